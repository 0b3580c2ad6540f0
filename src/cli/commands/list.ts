import { didYouMean } from "../../config/nearest.js";
import { UserError } from "../../model/user-error.js";
import { FORMATS } from "../../reporters/index.js";
import { text } from "../../reporters/json.js";
import type { Session } from "../program.js";

/** What is listed: objects with the same keys in the same order. */
type Rows = readonly Readonly<Record<string, string | readonly string[] | null>>[];

const LISTS: Readonly<Record<string, (session: Session) => Promise<Rows>>> = {
  templates: async ({ engine }) =>
    (await engine.templates())
      .filter(({ purpose }) => purpose !== "companion")
      .map(({ id, title, framework, packs }) => ({ id, title, framework, packs })),
  packs: async ({ engine }) => (await engine.packs()).map(({ id, title, summary }) => ({ id, title, summary })),
  rules: async ({ engine }) => {
    const packs = await engine.packs();
    return (await engine.rules()).map(({ id, severity, summary, fixable }) => ({
      id,
      severity,
      summary,
      fixable: fixable ?? null,
      packs: packs.filter(({ rules }) => id in rules).map((pack) => pack.id),
    }));
  },
  formats: async () => Object.entries(FORMATS).map(([id, { summary }]) => ({ id, summary })),
};

/** `poam list`: a table on a terminal, tab-separated lines without heading in a pipe, or JSON. */
export async function listCommand(session: Session, what: string, { json }: { json?: true }): Promise<number> {
  const list = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined;
  if (!list) {
    const known = Object.keys(LISTS);
    throw new UserError(
      "usage",
      `there is no list of ${what}.${didYouMean(what, known) || ` There are ${known.join(", ")}.`}`,
    );
  }
  const rows = await list(session);
  const { stdout } = session.host;
  if (json) await stdout.write(`${text({ version: 1, [what]: rows }, 2)}\n`);
  else if (stdout.isTTY) await stdout.write(`${await table(rows, stdout.columns ?? 80)}\n`);
  else await stdout.write(rows.map((row) => `${Object.values(row).map(cellText).join("\t")}\n`).join(""));
  return 0;
}

/** The last wide column takes the room that is left, and wraps. */
async function table(rows: Rows, width: number): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const head = Object.keys(rows[0] ?? {});
  const body = rows.map((row) => Object.values(row).map(cellText));
  const table = new Table({
    head,
    colWidths: widths([head, ...body], width),
    wordWrap: true,
    style: STYLE,
    chars: CHARS,
  });
  table.push(...body);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const STYLE = { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 2 };

/** No lines. */
const CHARS = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "" },
};

/** Columns as wide as their text; the widest gives way until the table fits, but never the ids, which are to be copied. */
function widths(rows: readonly (readonly string[])[], width: number): number[] {
  const wanted = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)) + 2);
  while (wanted.reduce((sum, one) => sum + one, 0) > width) {
    const widest = wanted.indexOf(Math.max(...wanted.slice(1)), 1);
    if (wanted[widest]! <= 14) break;
    wanted[widest]!--;
  }
  return wanted;
}

function cellText(value: string | readonly string[] | null): string {
  return value === null ? "" : typeof value === "string" ? value : value.join(", ");
}
