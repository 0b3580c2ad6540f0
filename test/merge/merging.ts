import { merge as mergeSides } from "../../src/merge.js";
import { columnLetters, reference } from "../../src/model/cell.js";
import type { MergeConflict } from "../../src/model/poam-merge.js";
import { type FileRow, type FileSheet, formFile, readForm } from "../form-file.js";
import { partText } from "../workbook/patching.js";
import { referenceCells } from "../workbook/reference-reader.js";

/** One version of a workbook on FedRAMP's form 3.0: open items from row 9, closed ones from row 3. */
export interface Version {
  readonly open: Readonly<Record<number, FileRow>>;
  readonly closed?: Readonly<Record<number, FileRow>>;
  readonly openSheet?: Partial<FileSheet>;
  readonly closedSheet?: Partial<FileSheet>;
  readonly parts?: Readonly<Record<string, string>>;
}

export function fileOf({ open, closed = {}, openSheet, closedSheet, parts }: Version): Buffer {
  return formFile(
    { rows: open, styled: [9, 20], ...openSheet },
    { rows: closed, styled: [3, 20], ...closedSheet },
    parts,
  );
}

/** Merges three files; `now` is what a full XML parser sees of the result. */
export async function merged(base: Buffer, ours: Buffer, theirs: Buffer) {
  const side = async (bytes: Buffer, file: string) => ({ bytes, file, poam: await readForm(bytes) });
  const result = await mergeSides(
    await side(base, "base.xlsx"),
    await side(ours, "ours.xlsx"),
    await side(theirs, "theirs.xlsx"),
    readForm,
  );
  return { ...result, conflicts: result.merge.conflicts.map(line) };
}

/** `V-1 Weakness Name: a | b | c ('Open'!D9)`, with the reason behind it where there is one. */
function line({ item, heading, base, ours, theirs, why }: MergeConflict): string {
  const texts = [base, ours, theirs].map((cell) => cell?.text ?? "-").join(" | ");
  const at = ours ?? theirs;
  return `${item ?? "*"} ${heading}: ${texts} (${at ? reference(at.at) : "-"})${why === undefined ? "" : ` ${why}`}`;
}

const SHEETS = { Open: "xl/worksheets/sheet1.xml", Closed: "xl/worksheets/sheet2.xml" };

/** All cells that hold something: `Open D9` and its value as it is stored. */
export function stored(bytes: Buffer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHEETS).flatMap(([name, part]) =>
      referenceCells(partText(bytes, part)).map(({ row, column, value, formula }) => [
        `${name} ${columnLetters(column)}${row}`,
        formula === undefined ? (value ?? "") : `=${formula}`,
      ]),
    ),
  );
}

/** What is stored otherwise than before; "" where something is gone. */
export function changesFrom(before: Buffer, after: Buffer): Record<string, string> {
  const [was, is] = [stored(before), stored(after)];
  return Object.fromEntries(
    [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((place) => was[place] !== is[place])
      .map((place) => [place, is[place] ?? ""]),
  );
}
