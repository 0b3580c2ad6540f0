import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../src/cli/main.js";
import { memoryHost } from "./cli/memory-host.js";
import { duckdb, type Row } from "./duckdb.js";

/** The README's SQL: views of Parquet, the questions, views of ndjson. */
const [PARQUET, QUESTIONS, NDJSON] = [...readFileSync("README.md", "utf8").matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(
  (found) => found[1]!,
);

/** Of two months: the system of fixtures/series, and a register of two items, the first due on 2026-06-01. */
const MONTHS = { "2026-04": "2026-04-30", "2026-06": "2026-06-30" };
const BETA = `POAM ID,Weakness Name,Original Risk Rating,Scheduled Completion Date,Status,Status Date
V-1,Old TLS,Low,2026-06-01,Open,2026-04-20
V-2,Old SSH,High,2026-12-01,Open,2026-06-20
`;
const ACCEPTED = { suppressions: [{ rule: "overdue", item: "V-1", reason: "accepted" }] };

const folder = mkdtempSync(join(tmpdir(), "poam-database-"));
/** The findings of June as JSON has them, by file. */
let june: readonly { path: string; findings: readonly { rule: string; severity: string; suppressed: unknown }[] }[];

beforeAll(async () => {
  for (const [month, day] of Object.entries(MONTHS)) {
    const host = memoryHost({
      files: {
        "/home/me/systems/alpha/poam.xlsx": readFileSync(`fixtures/series/${month}.xlsx`),
        "/home/me/systems/beta/poam.csv": BETA,
        "/home/me/systems/beta/poam.suppressions.json": JSON.stringify(ACCEPTED),
      },
    });
    for (const [command, noun] of [
      ["lint", "findings"],
      ["status", "items"],
    ] as const) {
      const formats = ["parquet", "ndjson", "json"].flatMap((one) => ["-f", `${one}=${noun}-${month}.${one}`]);
      await main([command, "systems/", "--as-of", day, ...formats], host);
    }
    for (const [path, content] of host.written) {
      const name = path.replace("/home/me/", "");
      writeFileSync(join(folder, name), content, name.endsWith(".parquet") ? "latin1" : "utf8");
    }
  }
  june = JSON.parse(readFileSync(join(folder, "findings-2026-06.json"), "utf8")).files;
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The answer to a question of the README, by the comment over it. */
async function answers(views: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const database = await duckdb(folder);
  try {
    await database.rows(views);
    const found: Record<string, readonly Row[]> = {};
    for (const question of QUESTIONS!.split("\n\n")) {
      const caption = question.slice(0, question.indexOf("\n"));
      found[caption] = (await database.rows(question)).map(numbered);
    }
    return found;
  } finally {
    database.close();
  }
}

/** Counts as numbers: DuckDB's JSON has those of 64 bits as text. */
function numbered(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /^\d+$/.test(`${value}`) ? Number(value) : value]),
  );
}

describe.each([
  ["parquet", PARQUET!],
  ["ndjson", NDJSON!],
])("the README's questions, asked of %s", (_, views) => {
  let found: Awaited<ReturnType<typeof answers>>;
  beforeAll(async () => {
    found = await answers(views);
  });

  it("are those that are answered here", () => {
    expect(Object.keys(found)).toEqual([
      "-- What is overdue now, by system",
      "-- Open items by the rating that counts",
      "-- The rules that find most",
      "-- From month to month",
    ]);
  });

  // The figures of fixtures/series were counted by hand, see test/report/series.test.ts: what they are made of stands there.
  it("what is overdue now, by system", () => {
    expect(found["-- What is overdue now, by system"]).toEqual([
      // V-004 was due on 2026-02-14.
      { path: "systems/alpha/poam.xlsx", overdue: 31, longest: 136 },
      { path: "systems/beta/poam.csv", overdue: 1, longest: 29 },
    ]);
  });

  it("open items by the rating that counts", () => {
    // Only approved adjustments count: High has its own 15, with High/Mod 22 23 26 and High/Low 27 29; Moderate 17 with 24 25 51;
    // Low 8 with 28 52 53. Beta has one High and one Low.
    expect(found["-- Open items by the rating that counts"]).toEqual([
      { rating: "High", items: 21, overdue: 15 },
      { rating: "Moderate", items: 20, overdue: 13 },
      { rating: "Low", items: 12, overdue: 4 },
    ]);
  });

  it("from month to month", () => {
    expect(found["-- From month to month"]).toEqual([
      { asOf: "2026-04-30", open: 51, overdue: 16, stale: 1 },
      { asOf: "2026-06-30", open: 53, overdue: 32, stale: 3 },
    ]);
  });

  it("the rules that find most", () => {
    const rules = found["-- The rules that find most"]!;
    // Of alpha's 31 late items V-015 is late by CISA's date alone, which is another rule's; beta's is suppressed.
    expect(rules.filter(({ rule }) => ["overdue", "kev-overdue"].includes(`${rule}`))).toEqual([
      { rule: "overdue", severity: "error", findings: 30, systems: 1 },
      { rule: "kev-overdue", severity: "error", findings: 1, systems: 1 },
    ]);
    expect(rules).toEqual(counted());
  });
});

/** The same from JSON, counted here. */
function counted(): readonly Row[] {
  const all = june.flatMap(({ path, findings }) => findings.map((one) => ({ path, ...one })));
  const counts = all.filter(({ suppressed }) => suppressed === null);
  const kinds = new Map(counts.map(({ rule, severity }) => [`${rule} ${severity}`, { rule, severity }]));
  return [...kinds.values()]
    .map(({ rule, severity }) => {
      const same = counts.filter((one) => one.rule === rule && one.severity === severity);
      return { rule, severity, findings: same.length, systems: new Set(same.map(({ path }) => path)).size };
    })
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}
