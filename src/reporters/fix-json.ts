import { reference } from "../model/cell.js";
import type { CellChange, FixReporter, ItemMoved, LeftAlone } from "./fix-report.js";
import { patchRecord, text } from "./json.js";

/** For programs: one document, version 1, to which keys may be added. One patch a line. */
export const fixJson: FixReporter = {
  begin: ({ version, asOf }) =>
    `{"version":1,"tool":${text({ name: "poam", version })},"asOf":${text(asOf)},\n"files":[`,
  *file(
    { path, template, error, extent, unsafe, written, backup, patches, moves, left, notes, redacted },
    _run,
    index,
  ) {
    const { cells = 0, changedParts = 0, parts = 0 } = extent ?? {};
    const head = {
      path,
      template,
      error,
      written,
      backup,
      cells,
      parts: { changed: changedParts, total: parts },
      unsafe,
      notes,
    };
    yield `${index > 0 ? ",\n" : "\n"}${text(head).slice(0, -1)},"patches":[`;
    yield* lines(patches, (patch) => patchOf(patch, redacted));
    yield `],"moves":[`;
    yield* lines(moves, moveRecord);
    yield `],"refused":[`;
    yield* lines(left, refusedRecord);
    yield "]}";
  },
  end: ({ cells, moves, left, unsafe, changed }) =>
    `\n],\n"summary":${text({ files: changed, cells, moves, refused: left, unsafe })}}\n`,
};

function* lines<T>(all: readonly T[], record: (one: T) => object): Iterable<string> {
  for (const [index, one] of all.entries()) yield `${index > 0 ? ",\n" : "\n"}${text(record(one))}`;
}

function patchOf({ at, was, value, rule, title, safety, item }: CellChange, redacted: boolean) {
  const { sheet, row, column } = at;
  const texts = redacted ? {} : patchRecord({ at, was, value });
  return { cell: reference(at), sheet, row, column, ...texts, rule, title, safety, item };
}

function moveRecord({ sheet, row, to, place, rule, title, safety, item }: ItemMoved) {
  return { sheet, row, state: to, to: place ?? null, rule, title, safety, item };
}

function refusedRecord({ at, rule, item, why }: LeftAlone) {
  return { cell: reference(at), sheet: at.sheet, row: at.row, column: at.column, rule, item, why };
}
