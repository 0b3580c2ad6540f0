import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { parquet } from "../../src/reporters/parquet.js";
import type { FileResult } from "../../src/reporters/report.js";
import { memoryHost } from "../cli/memory-host.js";
import { duckdb, type Row } from "../duckdb.js";
import { at, CLEAN, DUE_BEFORE_DETECTED, finding, RUN } from "./acme.js";

const folder = mkdtempSync(join(tmpdir(), "poam-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a query finds in a file of these bytes, which is called `t.parquet`. */
async function asked(bytes: Buffer, sql = "FROM 't.parquet'"): Promise<readonly Row[]> {
  writeFileSync(join(folder, "t.parquet"), bytes);
  const database = await duckdb(folder);
  try {
    return await database.rows(sql);
  } finally {
    database.close();
  }
}

/** What poam writes of files, as Parquet and as JSON. */
async function written(
  command: "lint" | "status",
  files: Readonly<Record<string, Buffer | string>>,
  ...more: string[]
) {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/home/me/${name}`, bytes])),
  });
  const formats = ["-f", "parquet=t.parquet", "-f", "json=t.json"];
  await main([command, ...Object.keys(files), "--as-of", "2026-03-31", ...formats, ...more], host);
  const { files: inJson } = JSON.parse(host.written.get("/home/me/t.json")!);
  return { bytes: Buffer.from(host.written.get("/home/me/t.parquet")!, "latin1"), inJson };
}

const fixtures = (folder: string) =>
  Object.fromEntries(
    readdirSync(`fixtures/${folder}`)
      .filter((name) => /\.(xlsx|csv)$/.test(name))
      .map((name) => [name, readFileSync(`fixtures/${folder}/${name}`)]),
  );

type InJson = { path: string; template: string | null } & Record<"findings" | "items", readonly Row[]>;
const inRows = (files: readonly InJson[], list: "findings" | "items") =>
  files.flatMap(({ path, template, [list]: rows }) =>
    rows.map((row) => ({ path, template, asOf: "2026-03-31", ...row }) as Row),
  );

it("has the findings that JSON has, each with its file", async () => {
  const { bytes, inJson } = await written("lint", fixtures("err"));
  const expected = inRows(inJson, "findings").map(({ fix, ...row }) => {
    const { title, safety } = (fix ?? {}) as Row;
    return { ...row, fix: fix && { title, safety } };
  });
  expect(expected.length).toBeGreaterThan(100);
  expect(await asked(bytes)).toEqual(expected);
});

it("has the items that JSON has, each with its file", async () => {
  const { bytes, inJson } = await written("status", { ...fixtures("ok"), ...fixtures("err"), ...fixtures("series") });
  const expected = inRows(inJson, "items").map(({ cells, ...row }) => row);
  expect(expected.length).toBeGreaterThan(500);
  expect(await asked(bytes)).toEqual(expected);
});

it.each([
  ["lint", "asOf DATE, cites VARCHAR[], row INTEGER, column INTEGER, suppressed STRUCT(reason VARCHAR, until DATE)"],
  ["status", "asOf DATE, dueOn DATE, daysOverdue INTEGER, late BOOLEAN, conditions VARCHAR[]"],
] as const)("%s: columns have types, even where no row fills them", async (command, types) => {
  const { bytes } = await written(command, { "prose.csv": "just,some\nother,table\n" });
  expect(await asked(bytes, "SELECT count(*) AS rows FROM 't.parquet'")).toEqual([{ rows: "0" }]);
  const columns = await asked(bytes, "DESCRIBE FROM 't.parquet'");
  const described = columns.map(({ column_name, column_type }) => `${column_name} ${column_type}`.replaceAll('"', ""));
  for (const column of types.split(/, (?![^(]*\))/)) expect(described).toContain(column);
});

it("keeps every character of a text, and a day for each that a text can say", async () => {
  const texts = ["", " ", 'it\'s "quoted"', "a\u0000b", "\u202egnirts", "😀 ß 漢", "x".repeat(100_000), "null"];
  const days = ["0001-01-01", "1899-12-31", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"];
  const findings = [
    ...texts.map((message) => finding({ rule: "r", message, at: at(1, 1), cites: [message] })),
    ...days.map((until) => ({ ...DUE_BEFORE_DETECTED, suppressed: { reason: "r", until } })),
  ];
  const rows = await asked(table(findings), "SELECT message, cites, suppressed.until AS until FROM 't.parquet'");
  expect(rows.slice(0, texts.length)).toEqual(texts.map((message) => ({ message, cites: [message], until: null })));
  expect(rows.slice(texts.length).map(({ until }) => until)).toEqual(days);
});

it("writes groups of rows as they come, in order; the same findings give the same bytes", async () => {
  const findings = Array.from({ length: 25_000 }, (_, index) =>
    finding({ rule: `rule-${index % 7}`, message: `finding ${index}`, at: at(index + 1, 2) }),
  );
  const pieces = [...parquetPieces(findings)];
  expect(pieces.length).toBe(4);
  const bytes = Buffer.concat(pieces);
  expect(bytes.equals(table(findings))).toBe(true);
  const groups =
    "SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata('t.parquet') ORDER BY 1";
  expect((await asked(bytes, groups)).map(({ rows }) => rows)).toEqual(["10000", "10000", "5000"]);
  const order = `SELECT count(*) AS wrong FROM (SELECT row, message, rule, row_number() OVER () AS n FROM 't.parquet')
    WHERE row <> n OR message <> 'finding ' || (n - 1) OR rule <> 'rule-' || ((n - 1) % 7)`;
  expect(await asked(bytes, order)).toEqual([{ wrong: "0" }]);
});

it.each(["lint", "status"] as const)("%s --redact leaves no text from cells", async (command) => {
  const secret = `POAM ID,Weakness Name,Point of Contact,Scheduled Completion Date,Status,Status Date
SECRET-1,SECRET-2,SECRET-3,2026-03-01,SECRET-4,2026-02-03
SECRET-1,SECRET-2,SECRET-3,2026-02-30,Open,2026-02-03
`;
  const open = await asked((await written(command, { "t.csv": secret })).bytes);
  const redacted = await asked((await written(command, { "t.csv": secret }, "--redact")).bytes);
  const said = /SECRET|2026-0[23]-(0|30)/;
  expect(JSON.stringify(open)).toMatch(said);
  expect(JSON.stringify(redacted)).not.toMatch(said);
  expect(redacted.map(({ cell }) => cell)).toEqual(open.map(({ cell }) => cell));
});

/** A file of these findings, in the pieces in which it is written: the beginning of the file, full groups, the end. */
function* parquetPieces(findings: FileResult["findings"]): Iterable<Buffer> {
  const reporter = parquet();
  yield Buffer.from(reporter.begin(RUN));
  const result = { path: "a.xlsx", poam: undefined, packs: [], error: null, rules: [], findings };
  for (const piece of reporter.file(result, RUN, 0)) yield Buffer.from(piece as Buffer);
  yield Buffer.from(reporter.end(CLEAN, RUN) as Buffer);
}

function table(findings: FileResult["findings"]): Buffer {
  return Buffer.concat([...parquetPieces(findings)]);
}
