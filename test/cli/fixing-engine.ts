import { ENGINE, type Engine } from "../../src/cli/engine.js";
import type { CellValue } from "../../src/model/cell.js";
import type { Finding } from "../../src/model/finding.js";
import type { PoamItem } from "../../src/model/item.js";
import type { Rule } from "../../src/rules/rule.js";
import { markedEngine } from "./marked-engine.js";

/**
 * Reads, fixes and writes as poam does, with rules of its own: a comment `safe: X` is to be `X`, `unsafe: X` is so by a fix
 * that must be asked for, and `stale: X` by one that was made for another text. So the tests of the command line do not
 * depend on what the real rules say.
 */
export async function fixingEngine(): Promise<Engine> {
  const marked = await markedEngine();
  return {
    ...marked,
    rules: async () => [
      ...(await marked.rules()).map((rule): Rule => ({ ...rule, fixable: rule.id === "unmarked" ? "unsafe" : "safe" })),
      ...(await marked.rules()).slice(0, 1).map((rule): Rule => ({ ...rule, id: "unfixed" })),
    ],
    fix: ENGINE.fix,
    lint: async (poam, { settings }) =>
      [...poam.items()].flatMap(findingOf).filter(({ rule }) => settings[rule]?.severity !== "off"),
  };
}

const MARK = /^(safe|unsafe|stale|crash): ?([\s\S]*)$/;

function findingOf({ id, comments }: PoamItem): Finding | readonly never[] {
  const [, kind, text = ""] = MARK.exec(comments?.text ?? "") ?? [];
  if (!comments || kind === undefined) return [];
  if (kind === "crash") throw new TypeError("secret of the cell");
  const { sheet, row, column } = comments;
  const at = { sheet, row, column };
  const was = kind === "stale" ? "another text" : comments.text;
  const safety = kind === "unsafe" ? "unsafe" : "safe";
  return {
    rule: kind === "unsafe" ? "unmarked" : "marked",
    severity: "error",
    message: `marked ${comments.text}`,
    help: undefined,
    cites: [],
    at,
    item: id?.text ?? "",
    field: "comments",
    related: [],
    fix: { title: `write ${text}`, safety, patches: [{ at, was, value: cellValue(text) }] },
    fingerprint: `${sheet}${row}`,
  };
}

function cellValue(text: string): CellValue {
  if (text === "") return null;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : text;
}
