import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "./memory-host.js";

const item = (id: string, due: string) => ({
  fields: { id, weakness: "Old TLS", description: "TLS 1.0 is offered", scheduledCompletion: due, status: "Ongoing" },
});
const ITEMS = {
  version: 1,
  header: { system: "Example" },
  items: [item("V-1", "2026-02-01"), item("V-2", "2026-09-01")],
};
const UUID = "6f5fff73-cac6-4da0-a0d9-0f931a5efafa";
const OSCAL = {
  "plan-of-action-and-milestones": {
    risks: [
      {
        uuid: UUID,
        title: "Old TLS",
        description: "TLS 1.0 is offered",
        status: "open",
        deadline: "2026-02-01T00:00:00Z",
      },
    ],
    "poam-items": [
      {
        title: "Old TLS",
        description: "TLS 1.0 is offered",
        "related-risks": [{ "risk-uuid": UUID }],
        props: [{ name: "POAM-ID", value: "V-1" }],
      },
    ],
  },
};
const FILES = {
  "/home/me/items.json": JSON.stringify(ITEMS),
  "/home/me/marked.json": `\ufeff\n ${JSON.stringify(ITEMS)}`,
  "/home/me/oscal.json": JSON.stringify(OSCAL),
  "/home/me/year/jan.csv":
    "POA&M ID,Weakness Name,Weakness Description,Scheduled Completion Date,Status\nV-1,Old TLS,x,2026-02-01,Open\n",
  "/home/me/year/feb.json": JSON.stringify(ITEMS),
};

async function poam(...args: string[]) {
  const host = memoryHost({ files: FILES });
  const code = await main(args, host);
  return { code, out: host.out(), err: host.err(), written: [...host.written.keys()] };
}

describe("items in JSON, before every command", () => {
  it.each(["items.json", "marked.json"])("lint finds what is late in %s", async (file) => {
    const { code, out } = await poam("lint", file, "--as-of", "2026-03-31");
    expect(code).toBe(1);
    // Headings stand in row 3, below the system's name and a blank row.
    expect(out).toMatch(/'Open items'!D4: error: due 2026-02-01 .*58 days overdue on 2026-03-31 .*\[overdue\]/);
    expect(out).not.toContain("'Open items'!D5: error");
  });

  it("lint reads OSCAL, also where another form is asked for", async () => {
    const { out, err } = await poam("lint", "oscal.json", "--as-of", "2026-03-31", "-t", "fedramp-rev5-v3.0");
    expect(err).toBe("");
    expect(out).toContain("due 2026-02-01");
  });

  it("detect says what it is", async () => {
    const { code, out, err } = await poam("detect", "oscal.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/form +generic: POA&M items without a form\n +sure +JSON: its items are named\n/);
    expect(out).toMatch(/items +1 \(1 open\)/);
  });

  it("detect names what is no POA&M", async () => {
    const host = memoryHost({ files: { "/home/me/a.json": '{"runs":[]}' } });
    expect(await main(["detect", "a.json"], host)).toBe(2);
    expect(host.err()).toBe("poam: a.json is a SARIF log, not a POA&M.\n");
  });

  it("status lists them", async () => {
    const { out } = await poam("status", "items.json", "--as-of", "2026-03-31");
    expect(out).toMatch(/V-1 .*2026-02-01/);
  });

  it("diff compares a workbook with them", async () => {
    const { code, out, err } = await poam("diff", "year/jan.csv", "items.json");
    expect({ code, err }).toEqual({ code: expect.any(Number), err: "" });
    expect(out).toContain("V-2");
  });

  it.each([["--write"], ["-o", "new.json"], []])("fix %s writes none", async (...flags) => {
    const { code, err, written } = await poam("fix", "items.json", "--as-of", "2026-03-31", ...flags);
    expect({ code, err, written }).toEqual({
      code: 2,
      err: "poam: items.json is JSON, which poam fix does not write: correct what it was made from.\n",
      written: [],
    });
  });

  it("a folder gives workbooks only, a pattern what it names", async () => {
    expect((await poam("lint", "year", "--as-of", "2026-03-31")).out).not.toContain("feb.json");
    expect((await poam("lint", "year/*.json", "--as-of", "2026-03-31")).out).toContain("feb.json");
  });
});
