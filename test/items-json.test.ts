import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carry } from "../src/convert/carry.js";
import { openFile } from "../src/open-file.js";
import { readPoam } from "../src/template/read.js";
import { itemsJson } from "../src/workbook/items-json.js";
import { itemsJsonSchema } from "../src/workbook/items-json-schema.js";
import { anyCarried, carriedItems, plain } from "./carried-items.js";
import { TEMPLATES } from "./templates.js";

const json = (carried: Parameters<typeof itemsJson>[0]) => [...itemsJson(carried, { tool: "poam 1.2.3" })].join("");

async function readBack(text: string, fileName = "items.json") {
  return readPoam(await openFile(Buffer.from(text), fileName), TEMPLATES, { fileName });
}

describe("poam's own JSON", () => {
  const isValid = new Ajv2020({ strict: false }).compile(itemsJsonSchema());

  it("holds any items, and keeps to its schema", async () => {
    await fc.assert(
      fc.asyncProperty(anyCarried, async (carried) => {
        const text = json(carried);
        expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).toBe(true);
        expect(plain(carry(await readBack(text)))).toEqual(plain(carried));
      }),
      { numRuns: 150 },
    );
  });

  it("is written an item a line", () => {
    const carried = carriedItems(
      [
        {
          fields: {
            id: "V-1",
            detectedOn: { date: "2026-01-04" },
            scheduledCompletion: "TBD",
            comments: { date: "2026-02-01" },
          },
          milestones: [{ milestoneDescription: "Patch", milestoneDue: { date: "2026-03-01" } }],
          others: [["Cost center", 42]],
        },
        {
          state: "closed",
          fields: { id: 7 },
          others: [
            ["Tag", "a"],
            ["Tag", "b"],
          ],
        },
      ],
      { system: "Example", poamDate: { date: "2026-01-31" } },
    );
    expect(json(carried)).toBe(`{"version":1,"tool":"poam 1.2.3","template":"generic",
"header":{"system":"Example","poamDate":{"date":"2026-01-31"}},
"items":[
{"state":"open","fields":{"id":"V-1","detectedOn":"2026-01-04","scheduledCompletion":"TBD","comments":{"date":"2026-02-01"}},"milestones":[{"milestoneDescription":"Patch","milestoneDue":"2026-03-01"}],"other":{"Cost center":42},"cell":"'Open items'!A9"},
{"state":"closed","fields":{"id":7},"other":[{"heading":"Tag","value":"a"},{"heading":"Tag","value":"b"}],"cell":"'Open items'!A9"}
]}
`);
  });

  it("is laid out as sheets by state, the header block on the first", async () => {
    const poam = await readBack(
      JSON.stringify({
        version: 1,
        header: { system: "Example", poamDate: { date: "2026-01-31" } },
        items: [
          { state: "closed", fields: { id: "V-2" } },
          {
            fields: { id: "V-1", weakness: "Total" },
            milestones: [{ milestoneDescription: "a" }, { milestoneDescription: "b" }],
          },
          { state: "documentation", fields: { weakness: "SSP" } },
          { state: "configuration", fields: { id: "C-1" } },
        ],
      }),
    );
    expect(poam.workbook.sheets.map(({ name }) => name)).toEqual([
      "Open items",
      "Closed items",
      "Configuration findings",
      "Documentation findings",
    ]);
    expect(poam.counts).toEqual({ total: 3, open: 1, closed: 1, configuration: 1 });
    // Two lines of header, a blank one and the headings stand above the only open item.
    expect([...poam.items()].map(({ id, sheet, row }) => [id?.text, sheet, row])).toEqual([
      ["V-2", "Closed items", 2],
      ["V-1", "Open items", 5],
      ["C-1", "Configuration findings", 2],
    ]);
    expect(
      [...poam.items()][1]!.continuations.map(({ row, milestoneDescription }) => [row, milestoneDescription?.text]),
    ).toEqual([[6, "b"]]);
    expect([...poam.documentation()].map(({ weakness }) => weakness?.text)).toEqual(["SSP"]);
    expect(poam.submittedOn?.value).toBe("2026-01-31");
    expect(poam.template.packs).toEqual(["best-practice"]);
  });

  it("keeps a text that looks like a day apart from a day", async () => {
    const carried = carriedItems([
      { fields: { comments: "2026-02-03", startedOn: { date: "2026-02-03" } }, others: [["x", "2026-02-03"]] },
    ]);
    expect(plain(carry(await readBack(json(carried))))).toEqual(plain(carried));
  });

  it("keeps how controls are written", async () => {
    const text = `{"version":1,"controlNotation":"emass","items":[{"fields":{"controls":"AC-2.1"}}]}`;
    const carried = carry(await readBack(text));
    expect(carried.items[0]!.fields.get("controls")!.notation).toBe("emass");
    expect(JSON.parse(json(carried)).controlNotation).toBe("emass");
  });
});

describe("what is no such JSON is refused in one sentence", () => {
  it.each<[content: unknown, sentence: string]>([
    [{ version: 2, items: [] }, "a.json: version 2 is not one that this version of poam reads; it reads version 1."],
    [
      { version: 1, items: [{ fields: { weaknes: "x" } }] },
      "a.json: items[0].fields: there is no field weaknes. Did you mean weakness?",
    ],
    [
      { version: 1, items: [{}, { fields: { detectedOn: null } }] },
      'a.json: items[1].fields.detectedOn must be a text, a number, true, false or { "date": "2026-03-31" }.',
    ],
    [
      { version: 1, items: [{ fields: { milestoneDue: "2026-01-01" } }] },
      "a.json: items[0].fields.milestoneDue: this belongs into milestones.",
    ],
    [
      { version: 1, items: [{ milestones: [{ id: "V-1" }] }] },
      "a.json: items[0].milestones[0].id: this is no milestone's.",
    ],
    [
      { version: 1, items: [{ state: "done" }] },
      'a.json: items[0].state: "done" is not possible; it can be open, closed, configuration, documentation.',
    ],
    [
      { version: 1, items: [{ other: [{ heading: " ", value: 1 }] }] },
      "a.json: items[0].other: the heading of value 1 is blank.",
    ],
    [{ version: 1, items: ["V-1"] }, "a.json: items[0] must be an object { … }."],
    [{ version: 1, itemz: [], items: [] }, "a.json: there is no key itemz. Did you mean items?"],
    [
      { version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json", runs: [] },
      "a.json is a SARIF log, not a POA&M.",
    ],
    [
      { version: 1, tool: { name: "poam" }, files: [] },
      "a.json is what poam lint, status or another command printed, not a POA&M.",
    ],
    [{ rules: { overdue: "off" } }, "a.json is a poam config, not a POA&M."],
    [{ items: { "V-1": {} } }, "a.json is evaluation facts for poam (poam.ver.json), not a POA&M."],
    [
      { items: { "V-1": { rating: 3 } }, class: "C" },
      "a.json is evaluation facts for poam (poam.ver.json), not a POA&M.",
    ],
    [{ items: { count: 3 } }, "a.json is JSON, but neither items written by poam convert nor an OSCAL POA&M."],
    [
      { items: { "V-1": {} }, shop: "x" },
      "a.json is JSON, but neither items written by poam convert nor an OSCAL POA&M.",
    ],
    [{ version: 1, items: {} }, "a.json: items must be a list [ … ]."],
    [[], "a.json is JSON, but neither items written by poam convert nor an OSCAL POA&M."],
    [[{ id: "V-1" }], "a.json is JSON, but neither items written by poam convert nor an OSCAL POA&M."],
    [
      { reportPeriod: { from: "2026-11-01T00:00:00Z", to: "2026-11-30T23:59:59Z" }, vulnerabilities: [] },
      "a.json is a FedRAMP vulnerability report, not a POA&M.",
    ],
    [
      { reportPeriod: { from: "2026-11-01T00:00:00Z", to: "2026-11-30T23:59:59Z" }, acceptedVulnerabilities: [] },
      "a.json is a FedRAMP vulnerability report, not a POA&M.",
    ],
    [
      { generatedAt: "2026-11-22T00:00:00Z", activeVulnerabilities: [], acceptedVulnerabilities: [] },
      "a.json is a FedRAMP vulnerability report, not a POA&M.",
    ],
    [
      { catalogVersion: "2025.08.25", vulnerabilities: [] },
      "a.json is CISA's catalogue of known exploited vulnerabilities, not a POA&M.",
    ],
    [{ platform: {}, profiles: [], version: "1" }, "a.json is a Heimdall (HDF) result, not a POA&M."],
    [{ "system-security-plan": { metadata: {} } }, "a.json is an OSCAL system security plan, not a POA&M."],
    [{ name: "x" }, "a.json is JSON, but neither items written by poam convert nor an OSCAL POA&M."],
  ])("%j", async (content, sentence) => {
    await expect(openFile(Buffer.from(JSON.stringify(content)), "a.json")).rejects.toMatchObject({ message: sentence });
  });

  it("which is no JSON at all", async () => {
    const broken = Buffer.from('{"version": 1,\n"items": [}');
    await expect(openFile(broken, "a.json")).rejects.toMatchObject({
      message: expect.stringMatching(/^a\.json(?:, line 2)?: not valid JSON\. /),
    });
  });
});
