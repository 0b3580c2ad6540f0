import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type DocumentItem, type ItemDocument, type ItemValue, shownText } from "../../src/model/item-document.js";
import { openFile } from "../../src/open-file.js";
import { readOscal } from "../../src/oscal/read.js";

const CORPUS = "../shared/corpus/oscal";
const present = existsSync(CORPUS);
if (!present) console.warn(`${CORPUS} is absent: other people's OSCAL is not read`);

const ROOT = "plan-of-action-and-milestones";
const corpus = (name: string) => JSON.parse(readFileSync(`${CORPUS}/${name}.json`, "utf8"));
const read = (name: string) => readOscal(corpus(name), `${name}.json`);
const shown = (values: ReadonlyMap<string, ItemValue>) =>
  Object.fromEntries([...values].map(([name, value]) => [name, shownText(value)]));
const other = ({ others }: DocumentItem, wanted: string) => others.find(({ heading }) => heading === wanted)?.value;

describe.skipIf(!present)("OSCAL of other tools", () => {
  it.each([
    ["rev4", 2020],
    ["rev5", 2023],
  ])("FedRAMP's template, %s", (revision, year) => {
    const { items, header, notes } = read(`oscal_FedRAMP-POAM-OSCAL-Template_${revision}`);
    expect(shown(header)).toMatchObject({ organization: "Cloud Service Provider (CSP) Name", system: "[System Name]" });
    expect(items.map(({ state, fields }) => [state, fields.get("id")])).toEqual([
      ["open", "V-1"],
      ["open", "V-2"],
    ]);
    expect(shown(items[1]!.fields)).toMatchObject({
      weakness: "Vulnerability Title",
      description: "This is a description of the vulnerability provided by the tool.",
      controls: "AC-2",
      impact: "High",
      riskAdjustment: "Yes",
      operationalRequirement: "Yes",
      falsePositive: "No",
      vendorDependency: "Yes",
      vendorCheckIn: "2020-07-07",
      detectedOn: "2020-10-10",
      cves: "CVE-2020-00000",
      source: "XYZ Vulnerability Scanning Tool",
      sourceIdentifier: "VulID-001\nPlugin-ID",
    });
    // Revision 4 rated likelihood and impact where revision 5 rates the risk.
    expect(shown(items[1]!.fields)).toMatchObject(
      revision === "rev5" ? { originalRating: "High", adjustedRating: "Moderate" } : { likelihood: "High" },
    );
    expect(items[1]!.milestones.map(shown)).toEqual([
      { milestoneDescription: "[Example]Milestone 1\nOptional description", milestoneDue: `${year}-07-02` },
      { milestoneDescription: "[Example]Milestone 2\nOptional description", milestoneDue: `${year}-07-07` },
    ]);
    expect(other(items[0]!, "poam-item.title")).toBe("[EXAMPLE]POA&M Item");
    // Six observations, of which the items name three.
    expect(notes[0]).toBe("3 observations belong to no item of the OSCAL document, and stay there.");
  });

  it("NIST's example, of which one item names its risk by a mitigating factor of it", () => {
    const { items, notes } = read("oscal_ifa_poam");
    const wanted = ["weakness", "scheduledCompletion", "detectedOn", "likelihood", "impact", "status"] as const;
    expect(items.map(({ fields }) => wanted.map((field) => shownText(fields.get(field)!)))).toEqual([
      [
        "IFA-GOODREAD-RISK-1: PAO Staff Have Over-Privileged Access to GoodRead System",
        ...["2024-01-01", "2023-05-19", "Low", "High", "deviation-approved"],
      ],
      [
        "IFA-GOODREAD-RISK-2: GoodRead System Engineers Have Over-Privileged Access to Cloud Infrastructure Account",
        ...["2023-06-23", "2023-06-02", "Low", "High", "open"],
      ],
    ]);
    expect(items.map(({ milestones }) => milestones.map((row) => shownText(row.get("milestoneDue")!)))).toEqual([
      ["2024-01-01"],
      ["2024-06-23"],
    ]);
    expect(items[0]!.fields.get("id")).toBe("e174dfb9-0ae3-4a8f-8e7c-081527b84337");
    expect(other(items[1]!, "observation.expires")).toBe("2023-07-01T00:00:00-04:00");
    expect(notes).toEqual([]);
  });

  it("the example of oscal-cli", () => {
    const { items } = read("example_poam_valid");
    expect(items.map(({ fields, others }) => [shown(fields).weakness, others])).toEqual([
      ["Example PO\\&M Entry 1", []],
    ]);
  });

  it.each([
    "oscal_FedRAMP-POAM-OSCAL-Template_rev4",
    "oscal_FedRAMP-POAM-OSCAL-Template_rev5",
    "oscal_ifa_poam",
    "example_poam_valid",
  ])("%s: no sentence and no day of an item's is lost", (name) => {
    const document = corpus(name)[ROOT];
    const all = textOf(read(name));
    const linked = JSON.stringify(document["poam-items"]) + JSON.stringify(document.risks ?? []);
    const observations = (document.observations ?? []).filter(({ uuid }: { uuid: string }) => linked.includes(uuid));
    const leaves: string[] = [];
    JSON.parse(JSON.stringify([document["poam-items"], document.risks ?? [], observations]), (key, value) => {
      if (SAID.includes(key) && typeof value === "string") leaves.push(value.trim());
      if (DAYS.includes(key) && typeof value === "string") leaves.push(value.slice(0, 10));
      return value;
    });
    expect(leaves.length).toBeGreaterThan(1);
    // The answer under Vendor Dependency says what this title does.
    expect(leaves.filter((leaf) => !all.includes(leaf) && leaf !== "Vendor Dependency")).toEqual([]);
  });

  it("without items it is none", async () => {
    await expect(openFile(readFileSync(`${CORPUS}/example_poam_invalid.json`), "a.json")).rejects.toMatchObject({
      message: "a.json is an OSCAL POA&M without poam-items: there is nothing to read in it.",
    });
  });

  it.each([
    "example_poam_valid.xml",
    "example_poam_valid.yml",
    "oscal_ifa_poam.yaml",
    "oscal_validations_test_rev5_poam.xml",
  ])("%s is not JSON", async (name) => {
    await expect(openFile(readFileSync(`${CORPUS}/${name}`), name)).rejects.toMatchObject({
      message: `${name} is an OSCAL POA&M, but not in JSON. Convert it to JSON (.json) with an OSCAL tool.`,
    });
  });
});

/** Where people write, and when things are. */
const SAID = ["title", "description", "remarks", "statement", "href"];
const DAYS = ["collected", "deadline", "start", "end", "date", "expires"];

function textOf({ items }: ItemDocument): string {
  const values = items.flatMap(({ fields, milestones, others }) => [
    ...[fields, ...milestones].flatMap((row) => [...row.values()]),
    ...others.map(({ value }) => value),
  ]);
  return values.map(shownText).join("\n");
}

describe("what OSCAL says in other ways", () => {
  const uuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
  const items = (parts: Record<string, unknown>, risk: object = {}, observation: object = {}) =>
    readOscal(
      {
        [ROOT]: {
          ...parts,
          observations: [{ uuid: uuid(1), ...observation }],
          risks: [{ uuid: uuid(2), ...risk, "related-observations": [{ "observation-uuid": uuid(1) }] }],
          "poam-items": [{ uuid: uuid(3), title: "Item", "related-risks": [{ "risk-uuid": uuid(2) }] }],
        },
      },
      "x.json",
    ).items[0]!;

  it.each<[what: string, risk: object, field: string, value: string | undefined]>([
    ["a closed risk", { status: "closed" }, "status", "closed"],
    ["a control's enhancement", { props: [{ name: "impacted-control-id", value: "ac-2.1" }] }, "controls", "AC-2(1)"],
    [
      "a part of a control",
      { props: [{ name: "impacted-control-id", value: "ac-2_smt.a" }] },
      "controls",
      "ac-2_smt.a",
    ],
    [
      "a vendor that is asked",
      { props: [{ name: "vendor-dependency", value: "investigating" }] },
      "vendorDependency",
      "Pending",
    ],
    [
      "a rating of no scale",
      { characterizations: [{ facets: [{ name: "risk", value: "purple" }] }] },
      "originalRating",
      "purple",
    ],
    ["the day where it is written", { deadline: "2026-03-31T23:30:00-05:00" }, "scheduledCompletion", "2026-03-31"],
    ["a day that does not exist", { deadline: "2026-02-30T00:00:00Z" }, "scheduledCompletion", undefined],
    [
      "the closing entry",
      { "risk-log": { entries: [{ start: "2026-01-05T00:00:00Z", "status-change": "closed" }] } },
      "completedOn",
      "2026-01-05",
    ],
  ])("%s", (_, risk, field, value) => {
    expect(shown(items({}, risk).fields)[field]).toBe(value);
  });

  it("a day that does not exist stays as it is written, by its name", () => {
    expect(other(items({}, { deadline: "2026-02-30T00:00:00Z" }), "risk.deadline")).toBe("2026-02-30T00:00:00Z");
  });

  it("assets by what they are called", () => {
    const inventory = [
      {
        uuid: uuid(4),
        description: "A host",
        props: [
          { name: "asset-id", value: "7" },
          { name: "fqdn", value: "a.example.com" },
        ],
      },
      { uuid: uuid(5), description: "A laptop" },
    ];
    const subjects = [4, 5, 6].map((digit) => ({ "subject-uuid": uuid(digit), type: "inventory-item" }));
    const { fields } = items({ "local-definitions": { "inventory-items": inventory } }, {}, { subjects });
    expect(fields.get("assets")).toBe(`a.example.com\nA laptop\n${uuid(6)}`);
  });

  it("the latest check-in, and the earlier ones as lines", () => {
    const entries = ["2026-01-05", "2026-03-05", "2026-02-05"].map((day) => ({
      title: "Vendor check-in",
      start: `${day}T00:00:00Z`,
    }));
    const item = items({}, { "risk-log": { entries } });
    expect(item.fields.get("vendorCheckIn")).toEqual({ date: "2026-03-05" });
    expect(other(item, "risk.risk-log")).toBe("2026-01-05 Vendor check-in\n2026-02-05 Vendor check-in");
  });

  it("people by their names, wherever they are named", () => {
    const parties = [4, 5].map((digit) => ({ uuid: uuid(digit), name: `Ann ${digit}` }));
    const remediations = [
      {
        lifecycle: "planned",
        origins: [4, 5].map((digit) => ({ actors: [{ type: "party", "actor-uuid": uuid(digit) }] })),
        tasks: [{ title: "Patch", "responsible-roles": [{ "role-id": "isso", "party-uuids": [uuid(5)] }] }],
      },
    ];
    const item = items({ metadata: { parties } }, { remediations });
    expect(item.fields.get("pointOfContact")).toBe("Ann 4");
    expect(other(item, "risk.remediations.origins.actors.actor-uuid")).toBe("Ann 5");
    expect(other(item, "risk.remediations.tasks.responsible-roles.party-uuids")).toBe("Ann 5");
  });

  it("however deep it is", () => {
    const depth = 50_000;
    const links = JSON.parse(`${'[{"links":'.repeat(depth)}[]${"}]".repeat(depth)}`);
    expect(items({}, { links }).fields.get("weakness")).toBe("Item");
  });

  it.each<[parts: object, risk: object, sentence: string]>([
    [{ metadata: [] }, {}, "metadata must be an object { … }."],
    [{ "local-definitions": 3 }, {}, "local-definitions must be an object { … }."],
    [{ risks: {} }, {}, "risks must be a list [ … ]."],
    [{ risks: null }, {}, "risks must be a list [ … ]."],
    [{ observations: "none" }, {}, "observations must be a list [ … ]."],
    [{ "poam-items": {} }, {}, "poam-items must be a list [ … ]."],
    [{ "poam-items": [null] }, {}, "poam-items[0] must be an object { … }."],
    [{}, { props: "none" }, "risks[0].props must be a list [ … ]."],
    [{}, { remediations: [{}, 1] }, "risks[0].remediations[1] must be an object { … }."],
    [{}, { "risk-log": { entries: {} } }, "risks[0].risk-log.entries must be a list [ … ]."],
  ])("a malformed part is refused: %j %j", (parts, risk, sentence) => {
    const document = { risks: [risk], "poam-items": [{ title: "Item" }], ...parts };
    expect(() => readOscal({ [ROOT]: document }, "x.json")).toThrow(`x.json: ${sentence}`);
  });

  it("references to what is not there are told", () => {
    const document = {
      risks: [{ uuid: uuid(1), "related-observations": [{ "observation-uuid": uuid(9) }] }],
      findings: [{ uuid: uuid(7) }],
      "poam-items": [
        { title: "A", "related-risks": [1, 2, 3].map((digit) => ({ "risk-uuid": uuid(digit) })) },
        { title: "B", "related-risks": [2, 4, 5].map((digit) => ({ "risk-uuid": uuid(digit) })) },
      ],
    };
    expect(readOscal({ [ROOT]: document }, "x.json").notes).toEqual([
      "The OSCAL document's findings stay there.",
      `The OSCAL document refers to risks that it does not have: ${uuid(2)}, ${uuid(3)}, ${uuid(4)} and 1 more.`,
      `The OSCAL document refers to observations that it does not have: ${uuid(9)}.`,
    ]);
  });
});
