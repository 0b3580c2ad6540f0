import type { Issue } from "../model/finding.js";
import { dependenciesIn } from "./dependencies.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "dependency-circular",
  summary: "Items that wait for each other",
  why: "None of them can begin before the others are done, so none of them ever will.",
  help: "Find out which comes first and remove its dependency.",
  severity: "warning",
  examples: [
    {
      template: "generic",
      header: false,
      rows: [{ id: "R-1" }, { id: "R-2", dependencies: "R-1" }, { id: "R-3", dependencies: "R-1, R-2" }],
    },
    {
      template: "generic",
      header: false,
      rows: [
        { id: "R-1", dependencies: "R-3" },
        { id: "R-2", dependencies: "R-1" },
        { id: "R-3", dependencies: "R-2" },
        { id: "R-4", dependencies: "R-1" },
      ],
      says: ["R-1 waits for R-3, which waits for R-2, which waits for R-1"],
    },
  ],
  check: wholePoam((poam) => {
    const waiting = new Map(
      [...dependenciesIn(poam).values()].flatMap((found) =>
        found.id !== undefined && found.on.length > 0 ? [[found.id.toLowerCase(), found] as const] : [],
      ),
    );
    const edges = new Map([...waiting].map(([id, { on }]) => [id, on.map((other) => other.id.toLowerCase())]));
    return circles(edges).map((ids): Issue => {
      const circle = ids.map((id) => waiting.get(id)!);
      const { cell, field, item, id } = circle[0]!;
      const [second, ...others] = [...circle.slice(1), { id }].map((one) => one.id);
      const message = [`${id} waits for ${second}`, ...others].join(", which waits for ");
      const related = circle.slice(1).map((one) => ({ at: one.cell, label: "waits" }));
      return { at: cell, field, item, message, related };
    });
  }),
});

/** Circles in a graph, of all that hang together at least one; a walk in depth without recursion, as chains may be long. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    const path: { id: string; next: Iterator<string> }[] = [];
    const onPath = new Map<string, number>();
    const enter = (id: string) => {
      onPath.set(id, path.length);
      path.push({ id, next: edges.get(id)!.values() });
    };
    if (!done.has(start)) enter(start);
    while (path.length > 0) {
      const { value: id, done: isLast } = path.at(-1)!.next.next();
      if (isLast) {
        const left = path.pop()!.id;
        onPath.delete(left);
        done.add(left);
      } else if (onPath.has(id)) {
        found.push(path.slice(onPath.get(id)).map((step) => step.id));
      } else if (edges.has(id) && !done.has(id)) {
        enter(id);
      }
    }
  }
  return found;
}
