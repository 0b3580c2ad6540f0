import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "./memory-host.js";

/** Two open items, one closed, one configuration finding: four items; and a document's deficiency, which is none. */
const REGISTER = JSON.stringify({
  version: 1,
  items: [
    { fields: { id: "V-1", weakness: "TLS 1.0", detectedOn: "2026-01-01" } },
    { fields: { id: "V-2", weakness: "SSH 1", detectedOn: "2026-01-01" } },
    { state: "configuration", fields: { id: "C-1", weakness: "Audit off", detectedOn: "2026-01-01" } },
    { state: "closed", fields: { id: "V-3", weakness: "Old", completedOn: "2026-01-05" } },
    { state: "documentation", fields: { id: "D-1", weakness: "SSP is silent", detectedOn: "2026-01-01" } },
  ],
});

async function poam(args: string, files: Record<string, string | Buffer>) {
  const host = memoryHost({ files, columns: 200 });
  const code = await main([...args.split(" "), "--as-of", "2026-03-31"], host);
  return { code, host, out: host.out(), err: host.err() };
}

describe.each([
  ["csv", "csv"],
  ["jira", "csv"],
  ["asana", "csv"],
  ["generic", "xlsx"],
  ["fedramp-rev5-v2.1", "xlsx"],
  ["fedramp-2018", "xlsx"],
  ["emass-navy-2026", "xlsx"],
  ["nist-cui", "xlsx"],
  ["json", "json"],
  ["oscal", "json"],
])("in %s", (form, extension) => {
  it("lint, status and convert count the same items", async () => {
    const name = `/home/me/out.${extension}`;
    const made = await poam(`convert a.json --to ${form} -o out.${extension}`, { "/home/me/a.json": REGISTER });
    expect(made.err).toMatch(/^converted 4 items and 1 documentation finding of a\.json/);
    const files = { [name]: await made.host.files.read(name) };
    const lint = JSON.parse((await poam(`lint out.${extension} -f json`, files)).out);
    expect(lint.files[0].items).toEqual({ total: 4, open: 2, closed: 1, configuration: 1 });
    const status = JSON.parse((await poam(`status out.${extension} -f json`, files)).out);
    expect(status.files[0].counts).toEqual({ total: 4, open: 2, closed: 1, configuration: 1 });
    const again = await poam(`convert out.${extension} --to json`, files);
    expect(again.err).toMatch(/^converted 4 items and 1 documentation finding of out\./);
    expect(JSON.parse(again.out).items.map(({ state }: { state: string }) => state)).toHaveLength(5);
  });
});

it("a form that is filled already is refused with those counts", async () => {
  const made = await poam("convert a.json --to fedramp-rev5-v3.0 -o out.xlsx", { "/home/me/a.json": REGISTER });
  const files = { "/home/me/a.json": REGISTER, "/home/me/out.xlsx": await made.host.files.read("/home/me/out.xlsx") };
  const { code, err } = await poam("convert a.json --into out.xlsx -o new.xlsx", files);
  expect([code, err]).toEqual([
    2,
    "poam: out.xlsx holds 4 items and a documentation finding already. Give the publisher's blank form to be filled.\n",
  ]);
});

it.each([
  [
    "a register of one's own",
    "POA&M ID,Weakness Name,Detection Date,Actual Completion Date\nV-1,TLS,2026-02-01,2026-02-20\nV-2,SSH,2026-02-01,\n",
    "2 items are read as open, 1 of them with a completion date",
  ],
  [
    "one where a day of completion beside the planned day closes an item",
    "POA&M ID,Weakness Name,Scheduled Completion Date,Actual Completion Date\nV-1,TLS,2026-02-01,2026-01-20\nV-2,SSH,2026-05-01,\n",
    "1 item is read as open",
  ],
  [
    "a tracker's export",
    "Summary,Description,Priority,Assignee,Due date,Updated,POAM ID,Date Identified\nTLS,TLS 1.0,High,Ann,2026-05-01,2026-03-01,V-1,2026-01-01\n",
    "1 item is read as open",
  ],
])("lint and convert tell that nothing says what is open: %s", async (_, text, told) => {
  const files = { "/home/me/a.csv": text };
  expect((await poam("lint a.csv", files)).out).toContain(`no column for a status: ${told}`);
  const { err } = await poam("convert a.csv --to json", files);
  expect(err.replace(/\s+/g, " ")).toContain(`note a.csv has no status column: ${told}`);
});
