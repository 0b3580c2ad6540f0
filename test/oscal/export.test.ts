import { describe, expect, it } from "vitest";
import { openFile } from "../../src/open-file.js";
import { uuidV5 } from "../../src/oscal/uuid.js";
import { oscalPoam } from "../../src/oscal/write.js";
import { readPoam } from "../../src/template/read.js";
import { carriedItems, type PlainItem } from "../carried-items.js";
import { TEMPLATES } from "../templates.js";

const OPTIONS = { asOf: "2026-03-31", tool: "poam 1.2.3" };
const documentOf = (items: readonly PlainItem[], header = {}) =>
  JSON.parse([...oscalPoam(carriedItems(items, header), OPTIONS)].join(""))["plan-of-action-and-milestones"];

// The second is RFC 9562's own example (appendix A.4).
it.each([
  ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d"],
  ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"],
])("the UUID of %s and %s", (namespace, name, uuid) => expect(uuidV5(namespace, name)).toBe(uuid));

describe("an item's place in OSCAL, as FedRAMP's guide to POA&Ms has it", () => {
  const {
    observations,
    risks,
    "poam-items": items,
    ...document
  } = documentOf(
    [
      {
        state: "closed",
        fields: {
          id: "V-1",
          weakness: "Old zlib",
          description: "zlib is older than 1.3.1",
          controls: "SI-2, AC-2 (1)",
          source: "Nessus",
          sourceIdentifier: "184085",
          assets: "batch-01 (443/TCP)\nbatch-02",
          pointOfContact: "Ann",
          resources: "Two days",
          remediationPlan: "Upgrade",
          detectedOn: { date: "2026-01-04" },
          scheduledCompletion: { date: "2026-02-04" },
          completedOn: { date: "2026-02-01" },
          statusDate: { date: "2026-01-31" },
          vendorCheckIn: { date: "2026-01-20" },
          originalRating: "High",
          adjustedRating: "Moderate",
          riskAdjustment: "Pending",
          deviationRationale: "No file names from outside",
          kevTracking: "Yes",
          kevDueDate: { date: "2026-01-25" },
          cves: "CVE-2023-45853",
          evidence: "scan.pdf",
          comments: "Done",
          serviceName: "Compute",
        },
        milestones: [{ milestones: "(1) 2026-01-20 : Test\n\n(2) 2026-02-01 : Roll out" }],
      },
    ],
    { system: "Example", registrationNumber: "FR1234567890", poamDate: { date: "2026-03-30" } },
  );
  const [item, risk, found, deviation] = [items[0], risks[0], observations[0], observations[1]];
  const fedramp = (name: string, value: string) => ({ name, ns: "https://fedramp.gov/ns/oscal", value });

  it.each<[what: string, actual: unknown, expected: unknown]>([
    ["system", document["system-id"], { "identifier-type": "https://fedramp.gov", id: "FR1234567890" }],
    ["day of writing", document.metadata["last-modified"], "2026-03-31T00:00:00Z"],
    ["versions", [document.metadata.version, document.metadata["oscal-version"]], ["2026-03-30", "1.1.2"]],
    ["POA&M id", item.props[0], fedramp("POAM-ID", "V-1")],
    ["weakness", [item.title, risk.title], ["Old zlib", "Old zlib"]],
    [
      "controls",
      risk.props.slice(0, 2),
      [fedramp("impacted-control-id", "si-2"), fedramp("impacted-control-id", "ac-2.1")],
    ],
    ["deviation", [risk.props[2], deviation.types], [fedramp("risk-adjustment", "pending"), ["risk-adjustment"]]],
    ["rationale", deviation.description, "No file names from outside"],
    ["KEV", risk.props.slice(3), [fedramp("kev-catalog", "yes"), fedramp("kev-due-date", "2026-01-25")]],
    ["detection", found.collected, "2026-01-04T00:00:00Z"],
    ["assets", found.subjects.map(({ title }: { title: string }) => title), ["batch-01 (443/tcp)", "batch-02"]],
    ["evidence", found["relevant-evidence"], [{ description: "scan.pdf" }]],
    ["plugin", found.origins[0].actors[0].props, [fedramp("vulnerability-id", "184085")]],
    ["deadline", risk.deadline, "2026-02-04T00:00:00Z"],
    ["status", risk.status, "closed"],
    [
      "ratings and CVE",
      risk.characterizations[0].facets.map(({ name, value }: Record<string, string>) => [name, value]),
      [
        ["risk", "high"],
        ["risk", "moderate"],
        ["cve-id", "CVE-2023-45853"],
      ],
    ],
    [
      "milestones",
      risk.remediations[0].tasks.map(({ title, timing }: Record<string, never>) => [title, timing["on-date"]]),
      [
        ["Test", { date: "2026-01-20T00:00:00Z" }],
        ["Roll out", { date: "2026-02-01T00:00:00Z" }],
      ],
    ],
    ["plan", [risk.remediations[0].lifecycle, risk.remediations[0].description], ["planned", "Upgrade"]],
    [
      "log",
      risk["risk-log"].entries.map(({ title, start }: Record<string, string>) => `${start?.slice(0, 10)} ${title}`),
      ["2026-01-31 Status", "2026-01-20 Vendor check-in", "2026-02-01 Risk closed"],
    ],
    [
      "what OSCAL has no place for",
      item.props.slice(1).map(({ name, ns, value }: Record<string, string>) => [name, ns, value]),
      // OSCAL's rendering of these two differs from the text: the port's protocol in capitals, the enhancement's blank.
      [
        ["controls", "urn:poam:oscal", "SI-2, AC-2 (1)"],
        ["assets", "urn:poam:oscal", "in-remarks"],
        ["serviceName", "urn:poam:oscal", "Compute"],
        ["milestone.1.milestones", "urn:poam:oscal", "in-remarks"],
      ],
    ],
  ])("%s", (_, actual, expected) => expect(actual).toEqual(expected));
});

it("UUIDs stay when items move, and when another is added", () => {
  const [first, second] = [{ fields: { id: "V-1" } }, { fields: { id: "V-2" } }];
  const uuids = (items: readonly PlainItem[]) =>
    documentOf(items)["poam-items"].map(({ uuid }: { uuid: string }) => uuid);
  const [one, two] = uuids([first, second]);
  expect(uuids([second, { fields: { id: "V-0" } }, first])).toEqual([two, expect.anything(), one]);
  expect(one).not.toBe(two);
});

it("an id that occurs twice gives two UUIDs", () => {
  const items = documentOf([{ fields: { id: "V-1" } }, { fields: { id: "V-1" } }])["poam-items"];
  expect(items[0].uuid).not.toBe(items[1].uuid);
});

it("what another tool changes in ours is read", async () => {
  const document = documentOf([
    { fields: { id: "V-1", weakness: "Old", scheduledCompletion: { date: "2026-02-04" } } },
  ]);
  document.risks[0].deadline = "2026-05-01T00:00:00Z";
  document.risks[0].status = "closed";
  document.risks[0].props = [{ name: "risk-owner", value: "Ann" }];
  const bytes = Buffer.from(JSON.stringify({ "plan-of-action-and-milestones": document }));
  const poam = readPoam(await openFile(bytes, "x.json"), TEMPLATES, { fileName: "x.json" });
  const [item] = [...poam.items()];
  expect([item!.state, item!.scheduledCompletion?.value]).toEqual(["closed", "2026-05-01"]);
  const sheet = poam.workbook.sheets[0]!;
  const texts = Array.from({ length: sheet.firstCell(sheet.rowCount) }, (_, cell) => sheet.text(cell));
  expect(texts).toContain("risk.props.risk-owner");
  expect(texts).toContain("Ann");
});

it("there is no OSCAL POA&M without items", () => {
  expect(() => documentOf([])).toThrow(
    "an OSCAL POA&M must have an item, and here is none: there is nothing to write.",
  );
});
