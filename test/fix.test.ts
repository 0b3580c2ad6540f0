import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseFixes } from "../src/fix/choose-fixes.js";
import { type FixSteps, fixWorkbook } from "../src/fix.js";
import { lint } from "../src/lint.js";
import type { Cell, CellPatch, CellValue } from "../src/model/cell.js";
import { FIELDS, type FieldName } from "../src/model/field.js";
import type { Finding, Fix, ItemMove } from "../src/model/finding.js";
import type { Poam } from "../src/model/poam.js";
import { PACKS } from "../src/packs/index.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { fixInMemory } from "./fix-in-memory.js";
import { TEMPLATES } from "./templates.js";

const at = (column: number) => ({ sheet: "S", row: 9, column });
const patch = (column: number, was: string, value: CellValue): CellPatch => ({ at: at(column), was, value });
const fixed = (patches: readonly CellPatch[], more: Partial<Fix> = {}): Fix => ({
  title: "write it",
  safety: "safe",
  patches,
  ...more,
});
const finding = (rule: string, fix?: Fix): Finding => ({
  rule,
  severity: "error",
  message: rule,
  help: undefined,
  cites: [],
  at: at(1),
  item: "V-1",
  field: undefined,
  related: [],
  fix,
  fingerprint: rule,
});
const TO_CLOSED: ItemMove = { sheet: "S", row: 9, to: "closed" };
const NONE = new Map<string, string>();

describe("chooseFixes", () => {
  const a = finding("a", fixed([patch(1, "x", "y")]));
  const same = finding("same", fixed([patch(1, "x", "y")]));
  const other = finding("other", fixed([patch(1, "x", "z"), patch(2, "", "q")]));
  const unsafe = finding("unsafe", fixed([patch(3, "x", { date: "2026-03-14" })], { safety: "unsafe" }));
  const move = finding("move", fixed([], { safety: "unsafe", move: TO_CLOSED }));
  const elsewhere = finding("elsewhere", fixed([], { safety: "unsafe", move: { ...TO_CLOSED, to: "open" } }));

  it.each([
    ["nothing to fix", [finding("none")], { unsafe: true }, [], []],
    ["one patch mends both", [a, same], { unsafe: false }, [["1", "y", "a same"]], []],
    ["the first wins, and the other waits whole", [a, other], { unsafe: false }, [["1", "y", "a"]], []],
    ["safe ones only", [a, unsafe, move], { unsafe: false }, [["1", "y", "a"]], []],
    ["unsafe ones too", [unsafe, move], { unsafe: true }, [["3", { date: "2026-03-14" }, "unsafe"]], ["closed move"]],
    ["one place for an item", [move, elsewhere], { unsafe: true }, [], ["closed move"]],
    [
      "rules that were named",
      [a, unsafe],
      { unsafe: true, rules: ["unsafe"] },
      [["3", { date: "2026-03-14" }, "unsafe"]],
      [],
    ],
  ] as const)("%s", (_, findings, choice, cells, moves) => {
    const chosen = chooseFixes(findings, choice, NONE);
    const named = (mends: readonly Finding[]) => mends.map(({ rule }) => rule).join(" ");
    expect(chosen.cells.map((one) => [String(one.at.column), one.now, named(one.mends)])).toEqual(cells);
    expect(chosen.moves.map((one) => `${one.move.to} ${named(one.mends)}`)).toEqual(moves);
  });

  it("passes over what was refused", () => {
    expect(chooseFixes([a, other], { unsafe: false }, new Map([["a", "locked"]])).cells.map(({ now }) => now)).toEqual([
      "z",
      "q",
    ]);
  });
});

/** A world of one row: its bytes are the cells' texts, and `rules` say what is found in them. */
function world(
  rules: (cells: readonly string[]) => Finding[],
  refuse: (patch: CellPatch) => string | undefined = () => undefined,
) {
  const applied: CellPatch[][] = [];
  const cellsOf = (bytes: Buffer) => bytes.toString().split("|");
  const steps: FixSteps = {
    read: async (bytes) => cellsOf(bytes) as unknown as Poam,
    lint: async (poam) => rules(poam as unknown as string[]),
    apply: async (bytes, patches) => {
      applied.push([...patches]);
      const cells = cellsOf(bytes);
      const refused = patches.flatMap((one) => {
        const why = cells[one.at.column - 1] === one.was ? refuse(one) : "changed since";
        return why ? [{ patch: one, why }] : [];
      });
      for (const one of patches) cells[one.at.column - 1] = String(one.value ?? "");
      return {
        bytes: Buffer.from(cells.join("|")),
        parts: 3,
        changedParts: ["s"],
        cells: patches.length,
        refused,
        notes: ["n"],
      };
    },
    planMoves: async (_, moves, bytes) =>
      cellsOf(bytes)[3] === "stay"
        ? { patches: [], made: [], refused: moves.map((move) => ({ move, why: "it is to stay" })), notes: [] }
        : {
            patches: [patch(5, "", cellsOf(bytes)[0]!), patch(1, cellsOf(bytes)[0]!, null)],
            made: moves.map((move) => ({ move, to: { sheet: "Closed", row: 7 } })),
            refused: [],
            notes: ["moved"],
          },
  };
  return { steps, applied };
}

const when = (is: boolean, rule: string, fix: Fix) => (is ? [finding(rule, fix)] : []);

describe("fixWorkbook", () => {
  const chain = (cells: readonly string[]) => [
    ...when(cells[0] === "a", "first", fixed([patch(1, "a", "b")])),
    ...when(cells[0] === "b", "second", fixed([patch(1, "b", "c")])),
    ...when(cells[1] === "x", "other", fixed([patch(2, "x", "y"), patch(3, cells[2]!, "z")])),
  ];

  it("changes nothing where there is nothing to fix", async () => {
    const { steps, applied } = world(chain);
    const bytes = Buffer.from("c|y|z||");
    const result = await fixWorkbook(bytes, steps, { unsafe: true });
    expect(result.bytes).toBe(bytes);
    expect([result.cells, result.moves, result.patches, result.patched, result.notes]).toEqual([
      [],
      [],
      [],
      undefined,
      [],
    ]);
    expect(applied).toEqual([]);
  });

  it("goes on from fix to fix, and writes the last value over the first text", async () => {
    const { steps, applied } = world(chain);
    const result = await fixWorkbook(Buffer.from("a|x|w||"), steps, { unsafe: false });
    expect(result.bytes.toString()).toBe("c|y|z||");
    expect(result.patches).toEqual([patch(1, "a", "c"), patch(2, "x", "y"), patch(3, "w", "z")]);
    expect(applied).toEqual([[patch(1, "a", "b"), patch(2, "x", "y"), patch(3, "w", "z")], result.patches]);
    expect(result.cells.map(({ was, now, mends }) => [was, now, mends.map(({ rule }) => rule)])).toEqual([
      ["a", "c", ["first", "second"]],
      ["x", "y", ["other"]],
      ["w", "z", ["other"]],
    ]);
    expect([result.findings, result.left, result.notes]).toEqual([[], [], ["n"]]);
  });

  it("leaves a fix out whole of which one patch is refused, and says why", async () => {
    const { steps } = world(chain, ({ at: { column } }) => (column === 3 ? "it is locked" : undefined));
    const result = await fixWorkbook(Buffer.from("a|x|w||"), steps, { unsafe: false });
    expect(result.bytes.toString()).toBe("c|x|w||");
    expect(result.left.map(({ finding: { rule }, why }) => [rule, why])).toEqual([["other", "it is locked"]]);
  });

  it("moves an item once its cells are right", async () => {
    const moving = (cells: readonly string[]) => [
      ...when(cells[0] !== "" && cells[4] === "", "move", fixed([], { safety: "unsafe", move: TO_CLOSED })),
      ...chain(cells),
      ...when(cells[4] === "c", "closed", fixed([patch(5, "c", "d")])),
    ];
    const { steps } = world(moving);
    const result = await fixWorkbook(Buffer.from("a|y|z||"), steps, { unsafe: true });
    expect(result.bytes.toString()).toBe("|y|z||d");
    expect(result.patches).toEqual([patch(1, "a", null), patch(5, "", "d")]);
    expect(result.cells.map(({ was, now }) => [was, now])).toEqual([
      ["a", "c"],
      ["c", "d"],
    ]);
    expect(result.moves.map(({ move, to, mends }) => [move, to, mends[0]!.rule])).toEqual([
      [TO_CLOSED, { sheet: "Closed", row: 7 }, "move"],
    ]);
    expect(result.notes).toEqual(["moved", "n"]);
    const stays = await fixWorkbook(Buffer.from("a|y|z|stay|"), steps, { unsafe: true });
    expect(stays.bytes.toString()).toBe("c|y|z|stay|");
    expect(stays.left.map(({ why }) => why)).toEqual(["it is to stay"]);
    const safe = await fixWorkbook(Buffer.from("a|y|z||"), steps, { unsafe: false });
    expect(safe.left.map(({ finding: { rule }, why }) => [rule, why])).toEqual([["move", undefined]]);
  });

  it("calls fixes that undo each other a fault of ours", async () => {
    const { steps } = world((cells) => [
      ...when(cells[0] === "a", "there", fixed([patch(1, "a", "b")])),
      ...when(cells[0] === "b", "back", fixed([patch(1, "b", "a")])),
    ]);
    await expect(fixWorkbook(Buffer.from("a||||"), steps, { unsafe: false })).rejects.toThrow(
      "fixes do not come to an end; rules: there, back",
    );
  });
});

const FIXTURES = ["err", "fix"].flatMap((folder) =>
  readdirSync(`fixtures/${folder}`)
    .filter((name) => /\.(?:xlsx|csv|tsv)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** What one reads of an item is never changed: its ids, days, plans and prose. Of these fields more than type and spelling may. */
const CORRECTED: readonly FieldName[] = ["controls", "cves", "assets", "sourceIdentifier"];
const EMPTIED: readonly FieldName[] = ["sourceIdentifier", "vendorProduct", "comments", "deviationRationale"];

describe.each(FIXTURES)("%s", async (path) => {
  const name = path.split("/")[1]!;
  const workbook = await openWorkbook(readFileSync(`fixtures/${path}`), name);
  const read = (one: typeof workbook) => readPoam(one, TEMPLATES, { fileName: name });
  const packs = PACKS.filter(({ id }) => read(workbook).template.packs.includes(id));
  const check = (poam: Poam) =>
    lint(poam, { packs, asOf: "2026-03-31", settings: { "date-ambiguous": { options: { order: "mdy" } } } });

  it.each([false, true])(
    "is fixed once and for all, and nothing else is touched (unsafe fixes: %s)",
    async (unsafe) => {
      const before = read(workbook);
      const { poam, cells, findings, left } = await fixInMemory(workbook, read, check, unsafe);
      expect(
        left.filter(({ finding: { fix }, why }) => why === undefined && (unsafe || fix!.safety === "safe")),
      ).toEqual([]);
      expect(left.filter(({ finding: { fix }, why }) => why !== undefined && !fix!.move)).toEqual([]);
      expect(changesOf(before, poam).filter(({ field }) => !unsafe || field !== "milestones")).toEqual([]);
      // A corrected cell has no fault that it had not; a date that the form's formula gives is typed, as it is to be said.
      const known = new Set(check(before).map(({ rule, at }) => `${rule} ${at.row} ${at.column} ${at.sheet}`));
      const written = new Set(cells.map(({ at }) => `${at.row} ${at.column} ${at.sheet}`));
      expect(
        findings
          .filter(({ at }) => written.has(`${at.row} ${at.column} ${at.sheet}`))
          .filter(
            ({ rule, at }) => rule !== "formula-replaced" && !known.has(`${rule} ${at.row} ${at.column} ${at.sheet}`),
          )
          .map(({ rule, message }) => [rule, message]),
      ).toEqual([]);
    },
  );
});

/** Days that are others than before, and texts that are not what they were, but for values of lists. */
function changesOf(before: Poam, after: Poam): { field: FieldName; was: string; now: string }[] {
  const now = [...after.items()];
  return [...before.items()].flatMap((item, index) =>
    before.registers
      .find(({ sheet }) => sheet === item.sheet)!
      .columns.filter(({ field, list }) => !list && !CORRECTED.includes(field))
      .flatMap(({ field }) => {
        const [was, is] = [item[field] as Cell<unknown>, now[index]![field] as Cell<unknown>];
        const isDay = FIELDS[field].kind === "date";
        const isSame = isDay ? was.value === undefined || was.value === is.value : was.text === is.text;
        return isSame || (is.kind === "empty" && EMPTIED.includes(field))
          ? []
          : [{ field, was: was.text, now: is.text }];
      }),
  );
}
