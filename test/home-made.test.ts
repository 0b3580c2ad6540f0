import { describe, expect, it } from "vitest";
import type { Template } from "../src/model/template.js";
import { readPoam } from "../src/template/read.js";
import { dated, type MadeCell, memoryWorkbook } from "./memory-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

type Rows = Readonly<Record<number, readonly (string | undefined)[]>>;

/** Registers as people make them, after the headings that real ones were seen to have; `items` are the rows that a reader would count. */
const REGISTERS: readonly { name: string; sheets: Readonly<Record<string, Rows>>; items: readonly string[] }[] = [
  {
    name: "a title, a blank line, headings in row 4",
    sheets: {
      POAM: {
        1: ["Example Pay: Plan of Action & Milestones"],
        2: ["Roadmap tied to the risk register"],
        4: [
          "POAM ID",
          "Weakness / Finding",
          "Remediation Action",
          "Risk Rating",
          "Milestone Owner",
          "Target Completion Date",
          "% Complete",
          "Status",
        ],
        5: [
          "POAM-01",
          "No formal risk programme",
          "Set up a committee",
          "High",
          "Head of Security",
          "2026-05-01",
          "10%",
          "In Progress",
        ],
        6: ["POAM-02", "No CISO", "Hire one", "High", "CEO", "2026-07-01", "0%", "Not Started"],
      },
    },
    items: ["POAM!5", "POAM!6"],
  },
  {
    name: "section titles, blank rows and totals between the items",
    sheets: {
      Register: {
        1: ["ID", "Weakness Name", "Weakness Description", "Owner", "Due Date", "Status"],
        2: ["HIGH FINDINGS"],
        3: ["1", "Open port", "Port 23 answers", "J. Doe", "2026-05-01", "Open"],
        6: ["2", "Old TLS", "TLS 1.0 offered", "J. Doe", "2026-06-01", "Open"],
        7: ["Moderate findings"],
        8: ["3", "Banner", "Server tells its version", "A. Roe", "2026-07-01", "Open"],
        10: ["Total", "3"],
        11: [undefined, undefined, undefined, undefined, undefined, "3 items open"],
      },
    },
    items: ["Register!3", "Register!6", "Register!8"],
  },
  {
    name: "headings repeated on every printed page",
    sheets: {
      "POA&M": {
        1: ["Finding ID", "Weakness", "Responsible Party", "Target Date", "Status"],
        2: ["F-1", "Open port", "J. Doe", "2026-05-01", "Open"],
        3: ["Finding ID", "Weakness", "Responsible Party", "Target Date", "Status"],
        4: ["F-2", "Old TLS", "J. Doe", "2026-05-01", "Open"],
      },
    },
    items: ["POA&M!2", "POA&M!4"],
  },
  {
    name: "open and closed on sheets of their own, a dashboard before them",
    sheets: {
      Dashboard: { 1: ["Open items", "2"], 2: ["Status", "Count"], 3: ["Open", "2"] },
      "Open Items": {
        2: ["POA&M ID", "Weakness Title", "Severity", "POC", "Scheduled Completion Date"],
        3: ["A-1", "Open port", "High", "J. Doe", "2026-05-01"],
        4: ["A-2", "Old TLS", "Low", "J. Doe", "2026-05-01"],
      },
      "Completed Items": {
        2: ["POA&M ID", "Weakness Title", "Severity", "POC", "Actual Completion Date"],
        3: ["A-0", "Weak password", "High", "J. Doe", "2026-01-01"],
      },
    },
    items: ["Open Items!3", "Open Items!4", "Completed Items!3"],
  },
  {
    name: "snake case, as programs export it",
    sheets: {
      export: {
        1: ["poam_id", "control_id", "weakness", "risk_level", "owner", "target_date", "status", "milestones"],
        2: ["1", "AC-2", "No review of accounts", "moderate", "j.doe", "2026-05-01", "in_progress", "draft; review"],
      },
    },
    items: ["export!2"],
  },
  {
    name: "CSAM's export",
    sheets: {
      Sheet1: {
        1: ["CSAM POA&M export"],
        2: [
          "CSAM ID",
          "Org",
          "System Name",
          "POAM ID",
          "POAM Sequence",
          "POAM Title",
          "Detailed Weakness Description",
          "Create Date",
          "Scheduled Completion Date",
          "Planned Finish Date",
          "Status",
          "Severity",
          "Assigned To",
          "Source of Finding",
          "Comments",
        ],
        3: [
          "77",
          "OCIO",
          "Example",
          "1001",
          "1",
          "Open port",
          "Port 23 answers",
          "2026-01-01",
          "2026-05-01",
          "2026-05-01",
          "In Progress",
          "High",
          "J. Doe",
          "Scan",
          "-",
        ],
      },
    },
    items: ["Sheet1!3"],
  },
  {
    name: "line breaks within headings, as wrapped by hand",
    sheets: {
      "POA&M 2026": {
        3: [
          "ID",
          "Weakness\nName",
          "Weakness\nDescription",
          "Discovery\nDate",
          "Responsible\nParty",
          "Schedule\nCompletion Date",
          "Actual\nCompletion Date",
          "Status",
        ],
        4: ["LuxNet_2021_3", "Open port", "Port 23 answers", "2026-01-05", "J. Doe", "2026-05-01", undefined, "Open"],
      },
    },
    items: ["POA&M 2026!4"],
  },
  {
    name: "an item whose only sign is its number, below a row that explains the columns",
    sheets: {
      "POAM Template": {
        9: [
          "POAM ID",
          "Control Weakness or Deficiency",
          "Security Control(s)",
          "Detection Date",
          "Remediation Plan",
          "Completion Date",
          "Status",
        ],
        10: [
          "Unique number of each item",
          "What is wrong, in a sentence",
          "The control concerned",
          "Day on which it was found",
          "How it will be corrected",
          "Day on which it should be done",
          "Stage of the work",
        ],
        11: ["P-1", "Open port", "SC-7", "2026-01-05", "Close it", "2026-05-01", "Open"],
        12: ["P-2"],
      },
    },
    items: ["POAM Template!11", "POAM Template!12"],
  },
  {
    name: "the item repeated for each of its milestones",
    sheets: {
      milestones: {
        1: ["poam_id", "weakness", "owner", "due_date", "milestone", "milestone_status"],
        2: ["1", "Open port", "J. Doe", "2026-05-01", "Find the rule", "done"],
        3: ["1", "Open port", "J. Doe", "2026-05-01", "Close the port", "open"],
        4: ["2", "Old TLS", "J. Doe", "2026-05-01", "Order certificates", "open"],
      },
    },
    items: ["milestones!2", "milestones!4"],
  },
  {
    name: "NIST SP 800-171 by requirement, without an id of its own",
    sheets: {
      "Plan of Action": {
        1: [
          "Control ID",
          "Requirement",
          "Finding Status",
          "Planned Remediation",
          "Responsible",
          "Planned Completion Date",
          "Notes",
        ],
        2: ["3.1.2", "Limit system access", "Not Met", "Role review", "J. Doe", "2026-05-01", undefined],
        3: ["3.5.3", "Multifactor authentication", "Not Met", "Tokens", "J. Doe", "2026-06-01", undefined],
      },
    },
    items: ["Plan of Action!2", "Plan of Action!3"],
  },
];

describe("home-made registers", () => {
  it.each(REGISTERS)("$name", ({ sheets, items }) => {
    const made = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, cells(rows)]));
    const poam = readPoam(memoryWorkbook(made), TEMPLATES, { fileName: "register.xlsx" });
    expect(poam.template.id).toBe("generic");
    expect([...poam.items()].map(({ sheet, row }) => `${sheet}!${row}`)).toEqual(items);
  });
});

describe("read by a form that was named", () => {
  const forms = TEMPLATES.filter(({ framework, refusal }) => framework !== "generic" && !refusal);
  const readBy = (template: Template, sheets: Readonly<Record<string, Rows>>) => {
    const made = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, cells(rows)]));
    return readPoam(memoryWorkbook(made), TEMPLATES, { fileName: "register.xlsx", template });
  };

  it.each(REGISTERS)("has items or is refused, and is never empty: $name", ({ sheets }) => {
    for (const template of forms) {
      try {
        expect(readBy(template, sheets).counts.total, template.id).toBeGreaterThan(0);
      } catch (error) {
        expect(error, template.id).toMatchObject({ code: "no-headings" });
      }
    }
  });

  it.each(forms)("is refused with two headings of $id", (template) => {
    const [one, other] = template.sheets.find(({ state }) => state === "open" || state === "by-status")!.columns;
    const sheets = { Register: { 1: [one!.heading, other!.heading], 2: ["V-1", "Old TLS"] } };
    expect(() => readBy(template, sheets)).toThrow(
      `register.xlsx: no sheet here has enough headings of ${template.id} to be read by it.`,
    );
  });

  it("takes the sheet that is most like it", () => {
    const all = ["POAM ID", "Weakness Name", "Weakness Description", "Point of Contact", "Status Date", "Comments"];
    const items = { 1: all, 2: ["V-1", "Old TLS", "TLS 1.0 offered", "J. Doe", "2026-02-01", "none"] };
    const poam = readBy(templateNamed("fedramp-rev5-v3.0"), {
      Notes: { 1: ["Weakness Name", "Comments", "Owner"], 2: ["Old TLS", "see there", "J. Doe"] },
      Register: { ...items, 3: ["V-2", "Banner", "tells its version", "J. Doe", "2026-02-01", "none"] },
    });
    expect(poam.registers.map(({ sheet }) => sheet)).toEqual(["Register"]);
    expect([...poam.items()].map(({ id }) => id.value)).toEqual(["V-1", "V-2"]);
  });
});

describe("without a column for the status", () => {
  it.each<[string, readonly string[], Record<string, string>]>([
    ["a day of completion closes", ["Due Date", "Completion Date"], { "2026-02-01": "closed", "02/01/2026": "closed" }],
    ["anything else there does not", ["Due Date", "Completion Date"], { "N/A": "open", TBD: "open", "": "open" }],
    ["nor where it may be the planned day", ["Detected", "Completion Date"], { "2026-02-01": "open" }],
    ["a status decides alone", ["Due Date", "Completion Date", "Status"], { "2026-02-01": "open" }],
  ])("%s", (_, headings, states) => {
    const named = ["POAM ID", "Weakness", "Owner", ...headings];
    const rows = Object.keys(states).map((day, index) => [
      `V-${index}`,
      "Old TLS",
      "J. Doe",
      "2026-02-05",
      day,
      "Open",
    ]);
    const all = [named, ...rows.map((row) => row.slice(0, named.length))];
    const made = { POAM: cells(Object.fromEntries(all.map((row, index) => [index + 1, row]))) };
    const poam = readPoam(memoryWorkbook(made), TEMPLATES, { fileName: "register.xlsx" });
    expect([...poam.items()].map(({ state }) => state)).toEqual(Object.values(states));
  });
});

function cells(rows: Rows): Record<number, MadeCell[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([row, texts]) => [row, texts.map((text) => text && dated(text))]),
  );
}
