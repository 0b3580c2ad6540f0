import { dependenciesIn, keyOf } from "./dependencies.js";
import { eachItemOf, rule } from "./rule.js";

const FIRST = { id: "R-1", scheduledCompletion: "2026-05-29" };

export default rule({
  id: "due-before-dependency",
  summary: "An item is due before one that it depends on",
  why: "It cannot be done before the other is. One of the two dates is wrong, and the nearer will be missed.",
  help: "Put the date behind that of the other item, or bring the other forward.",
  severity: "warning",
  examples: [
    {
      template: "generic",
      header: false,
      rows: [FIRST, { id: "R-2", scheduledCompletion: "2026-05-29", dependencies: "R-1" }],
    },
    {
      title: "the other is done",
      template: "generic",
      header: false,
      rows: [
        { ...FIRST, status: "Completed" },
        { id: "R-2", scheduledCompletion: "2026-05-01", dependencies: "R-1" },
      ],
    },
    {
      template: "generic",
      header: false,
      rows: [FIRST, { id: "R-2", scheduledCompletion: "2026-05-28", dependencies: "R-1" }],
      says: ["due 2026-05-28, but it depends on R-1, due 2026-05-29"],
    },
    {
      title: "in the comments",
      rows: [FIRST, { id: "R-2", scheduledCompletion: "2026-04-30", comments: "Depends on completion of R-1." }],
      says: ["due 2026-04-30, but it depends on R-1, due 2026-05-29"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const waiting = dependenciesIn(poam);
    if (waiting.size === 0) return undefined;
    return (item) => {
      const found = waiting.get(keyOf(item));
      const end = item.revisedCompletion?.value ? item.revisedCompletion : item.scheduledCompletion;
      if (!found || !end?.value) return undefined;
      const due = end.value;
      const later = found.on.filter((other) => other.isOpen && other.due !== undefined && other.due > due);
      if (later.length === 0) return undefined;
      const others = later.map((other) => `${other.id}, due ${other.due}`).join("; ");
      const related = [
        { at: found.cell, label: "depends" },
        ...later.map(({ cell }) => ({ at: cell, label: "on this" })),
      ];
      const field = end === item.scheduledCompletion ? "scheduledCompletion" : "revisedCompletion";
      return { at: end, field, message: `due ${due}, but it depends on ${others}`, related };
    };
  }),
});
