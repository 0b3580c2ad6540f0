import { didYouMean } from "../../model/nearest.js";
import { UserError } from "../../model/user-error.js";
import { FORMATS, REVIEW } from "../../reporters/index.js";
import { text } from "../../reporters/json.js";
import { table } from "../../reporters/table.js";
import type { Session } from "../program.js";
import type { LISTED } from "./list-flags.js";

/** What is listed: objects with the same keys in the same order. */
type Rows = readonly Readonly<Record<string, string | readonly string[] | null>>[];

const LISTS: Readonly<Record<(typeof LISTED)[number], (session: Session) => Promise<Rows>>> = {
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
  formats: async () => Object.entries({ ...FORMATS, ...REVIEW }).map(([id, { summary }]) => ({ id, summary })),
};

/** `poam list`: a table on a terminal, tab-separated lines without heading in a pipe, or JSON. */
export async function listCommand(session: Session, what: string, { json }: { json?: true }): Promise<number> {
  const list = Object.hasOwn(LISTS, what) ? LISTS[what as keyof typeof LISTS] : undefined;
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
  else if (stdout.isTTY) await stdout.write(await asTable(rows, stdout.columns ?? 80));
  else await stdout.write(rows.map((row) => `${Object.values(row).map(cellText).join("\t")}\n`).join(""));
  return 0;
}

/** Columns in which nothing stands are left out: a terminal is narrow. */
async function asTable(rows: Rows, width: number): Promise<string> {
  const cells = rows.map((row) => Object.values(row).map(cellText));
  const filled = (_: unknown, column: number) => cells.some((row) => row[column] !== "");
  return table(
    Object.keys(rows[0] ?? {}).filter(filled),
    cells.map((row) => row.filter(filled)),
    width,
  );
}

function cellText(value: string | readonly string[] | null): string {
  return value === null ? "" : typeof value === "string" ? value : value.join(", ");
}
