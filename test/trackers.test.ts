import { describe, expect, it, test } from "vitest";
import { carry } from "../src/convert/carry.js";
import { lossTally } from "../src/convert/losses.js";
import { place } from "../src/convert/place.js";
import type { Carried, CarriedItem } from "../src/model/carried-item.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../src/model/field.js";
import type { ItemSheet } from "../src/model/placed.js";
import type { Poam } from "../src/model/poam.js";
import { RATINGS } from "../src/model/rating.js";
import { stateOf } from "../src/model/status.js";
import { csvSheet } from "../src/template/csv-sheet.js";
import { layOut } from "../src/template/lay-out.js";
import { readPoam } from "../src/template/read.js";
import { csvText } from "../src/workbook/items-csv.js";
import { openWorkbook } from "../src/workbook/open.js";
import { TEMPLATES, templateNamed } from "./templates.js";

const TRACKERS = TEMPLATES.filter(({ framework }) => framework === "tracker");

/** Read as the command line reads it: the headings decide what form it is. */
async function read(text: string, fileName = "export.csv"): Promise<Poam> {
  return readPoam(await openWorkbook(Buffer.from(text), fileName), TEMPLATES, { fileName });
}

/** Items as plain objects: fields by name, what has no meaning by heading. */
function shown({ items }: Carried): Record<string, string>[] {
  return items.map(({ state, fields, milestones, others }) => ({
    state,
    ...Object.fromEntries([...fields].map(([field, { text }]) => [field, text])),
    ...Object.fromEntries(milestones.flatMap((row) => [...row].map(([field, { text }]) => [field, text]))),
    ...Object.fromEntries(others.map(({ heading, text }) => [`"${heading}"`, text])),
  }));
}

/** Exports as the tools write them, and what a person reads in them. */
const EXPORTS: readonly { id: string; csv: string; items: readonly Record<string, string>[] }[] = [
  {
    id: "jira",
    csv: `Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Project type,Project lead,Project url,Priority,Resolution,Assignee,Assignee Id,Reporter,Creator,Created,Updated,Last Viewed,Resolved,Due date,Votes,Labels,Labels,Description,Environment,Watchers,Work Ratio,Custom field (Adjusted Risk Rating),Custom field (Affected Assets),Custom field (Controls),Custom field (Date Completed),Custom field (Date Identified),Custom field (Development),Custom field (Milestones),Custom field (POAM Comments),Custom field (POAM ID),Custom field (Rank),Custom field (Remediation Plan),Custom field (Resources Required),Custom field (Source of Finding),Sprint,Comment,Comment
TLS 1.0 is offered,SEC-41,10041,Task,In Progress,SEC,Security,software,Jo Doe,https://example.com,Highest,,Jo Doe,5f1,Ana Roe,Ana Roe,22/Nov/26 8:14 PM,23/Nov/26 9:00 AM,,,30/Jan/27 12:00 AM,0,poam,tls,"The load balancer
offers TLS 1.0, which NIST withdrew",,,,,lb-01 (443/TCP),SC-8,,14/Mar/26 12:00 AM,,(1) 2026-12-01: Switch off TLS 1.0,'- agreed with ops,V-2026-031,0|i0001:,Upgrade the balancer,40 hours,Nessus,Sprint 7,22/Nov/26 8:20 PM;5f1;First look,23/Nov/26 9:00 AM;5f1;Patch ordered
Old kernel,SEC-42,10042,Task,Done,SEC,Security,software,Jo Doe,https://example.com,Lowest,Done,,,Ana Roe,Ana Roe,22/Nov/26 8:14 PM,22/Nov/26 8:14 PM,,22/Nov/26 8:14 PM,,0,,,,,,,,,SI-2,2026-10-01,2026-02-02,,,,V-2026-032,,,,,,,
`,
    items: [
      {
        state: "open",
        id: "V-2026-031",
        weakness: "TLS 1.0 is offered",
        description: "The load balancer\noffers TLS 1.0, which NIST withdrew",
        status: "In Progress",
        originalRating: "Critical",
        pointOfContact: "Jo Doe",
        statusDate: "2026-11-23",
        scheduledCompletion: "2027-01-30",
        assets: "lb-01 (443/TCP)",
        controls: "SC-8",
        detectedOn: "2026-03-14",
        milestones: "(1) 2026-12-01: Switch off TLS 1.0",
        comments: "- agreed with ops",
        remediationPlan: "Upgrade the balancer",
        resources: "40 hours",
        source: "Nessus",
        '"Issue key"': "SEC-41",
        '"Issue id"': "10041",
        '"Issue Type"': "Task",
        '"Project key"': "SEC",
        '"Project name"': "Security",
        '"Project type"': "software",
        '"Project lead"': "Jo Doe",
        '"Project url"': "https://example.com",
        '"Assignee Id"': "5f1",
        '"Reporter"': "Ana Roe",
        '"Creator"': "Ana Roe",
        '"Created"': "22/Nov/26 8:14 PM",
        '"Votes"': "0",
        '"Labels"': "tls",
        '"Custom field (Rank)"': "0|i0001:",
        '"Sprint"': "Sprint 7",
        '"Comment"': "23/Nov/26 9:00 AM;5f1;Patch ordered",
      },
      {
        state: "closed",
        id: "V-2026-032",
        weakness: "Old kernel",
        status: "Completed",
        originalRating: "Very Low",
        statusDate: "2026-11-22",
        controls: "SI-2",
        detectedOn: "2026-02-02",
        completedOn: "2026-10-01",
        '"Issue key"': "SEC-42",
        '"Issue id"': "10042",
        '"Issue Type"': "Task",
        '"Project key"': "SEC",
        '"Project name"': "Security",
        '"Project type"': "software",
        '"Project lead"': "Jo Doe",
        '"Project url"': "https://example.com",
        '"Resolution"': "Done",
        '"Reporter"': "Ana Roe",
        '"Creator"': "Ana Roe",
        '"Created"': "22/Nov/26 8:14 PM",
        '"Resolved"': "22/Nov/26 8:14 PM",
        '"Votes"': "0",
      },
    ],
  },
  {
    id: "asana",
    csv: `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,POA&M ID,Priority,Adjusted Priority,Date Identified,Controls,Affected Assets,Source of Finding
120912,2026-11-22,,2026-11-23,TLS 1.0 is offered,To do,Jo Doe,jo@example.com,,2027-01-30,"poam,tls","Offered on port 443.
[Kept by poam]
Remediation plan: Upgrade the balancer
Comments: agreed with ops
  and with the vendor
Status: Delayed",Hardening,,V-2026-031,Medium,,2026-03-14,SC-8,lb-01,Nessus
120913,2026-11-22,2026-11-24,2026-11-24,Old kernel,Done,,,,,,,Hardening,,V-2026-032,Low,,2026-02-02,SI-2,,
`,
    items: [
      {
        state: "open",
        id: "V-2026-031",
        weakness: "TLS 1.0 is offered",
        description: "Offered on port 443.",
        remediationPlan: "Upgrade the balancer",
        comments: "agreed with ops\nand with the vendor",
        // Somebody has moved the task since: what the section says stands.
        status: "Ongoing",
        pointOfContact: "Jo Doe",
        scheduledCompletion: "2027-01-30",
        statusDate: "2026-11-23",
        originalRating: "Moderate",
        detectedOn: "2026-03-14",
        controls: "SC-8",
        assets: "lb-01",
        source: "Nessus",
        '"Task ID"': "120912",
        '"Created At"': "2026-11-22",
        '"Assignee Email"': "jo@example.com",
        '"Tags"': "poam,tls",
        '"Projects"': "Hardening",
      },
      {
        state: "closed",
        id: "V-2026-032",
        weakness: "Old kernel",
        status: "Completed",
        completedOn: "2026-11-24",
        statusDate: "2026-11-24",
        originalRating: "Low",
        detectedOn: "2026-02-02",
        controls: "SI-2",
        '"Task ID"': "120913",
        '"Created At"': "2026-11-22",
        '"Projects"': "Hardening",
      },
    ],
  },
  {
    id: "monday",
    csv: `POA&M board,,,,,,,,,,,,,,,
Hardening,,,,,,,,,,,,,,,
Name,Subitems,Person,Status,Date,Priority,POAM ID,Description,Adjusted Priority,Date Identified,Date Completed,Controls,Affected Assets,Source of Finding,Remediation Plan,Milestones,Comments,Item ID (auto generated)
TLS 1.0 is offered,,Jo Doe,Stuck,2027-01-30,Critical,V-2026-031,Offered on 443,,2026-03-14,,SC-8,lb-01,Nessus,Upgrade the balancer,,waits for parts,7001

Done items,,,,,,,,,,,,,,,
Name,Subitems,Person,Status,Date,Priority,POAM ID,Description,Adjusted Priority,Date Identified,Date Completed,Controls,Affected Assets,Source of Finding,Remediation Plan,Milestones,Comments,Item ID (auto generated)
Old kernel,,,Done,,Low,V-2026-032,,,2026-02-02,2026-10-01,SI-2,,,,,,7002
`,
    items: [
      {
        state: "open",
        id: "V-2026-031",
        weakness: "TLS 1.0 is offered",
        pointOfContact: "Jo Doe",
        status: "Vendor Dependency",
        scheduledCompletion: "2027-01-30",
        originalRating: "Critical",
        description: "Offered on 443",
        detectedOn: "2026-03-14",
        controls: "SC-8",
        assets: "lb-01",
        source: "Nessus",
        remediationPlan: "Upgrade the balancer",
        comments: "waits for parts",
        '"Item ID (auto generated)"': "7001",
      },
      {
        state: "closed",
        id: "V-2026-032",
        weakness: "Old kernel",
        status: "Completed",
        originalRating: "Low",
        detectedOn: "2026-02-02",
        completedOn: "2026-10-01",
        controls: "SI-2",
        '"Item ID (auto generated)"': "7002",
      },
    ],
  },
  {
    id: "drata",
    csv: `Risk ID,Name,Description,Controls,Categories,Owner,Treatment,Treatment Details,Anticipated Completion Date,Completed Date,Inherent Impact,Inherent Likelihood,POAM ID,POAM Status,Severity,Adjusted Severity,Date Identified,Affected Assets,Source of Finding,Milestones,Comments
R-7,TLS 1.0 is offered,Offered on 443,SC-8,Cryptography,Jo Doe,Mitigate,Upgrade the balancer,2027-01-30,,3,4,V-2026-031,Accepted,High,Medium,2026-03-14,lb-01,Nessus,,
`,
    items: [
      {
        state: "open",
        id: "V-2026-031",
        weakness: "TLS 1.0 is offered",
        description: "Offered on 443",
        controls: "SC-8",
        pointOfContact: "Jo Doe",
        remediationPlan: "Upgrade the balancer",
        scheduledCompletion: "2027-01-30",
        status: "Risk Accepted",
        originalRating: "High",
        adjustedRating: "Moderate",
        detectedOn: "2026-03-14",
        assets: "lb-01",
        source: "Nessus",
        '"Risk ID"': "R-7",
        '"Categories"': "Cryptography",
        '"Treatment"': "Mitigate",
        '"Inherent Impact"': "3",
        '"Inherent Likelihood"': "4",
      },
    ],
  },
  {
    id: "vanta",
    csv: `Risk ID,Risk scenario,Description,Category,Owner,Likelihood,Impact,Treatment,Treatment plan,Due date,Notes,POAM ID,POAM status,Severity,Adjusted severity,Identified date,Completed date,Controls,Affected assets,Source of finding,Milestones
RISK-9,Old kernel,Kernel 4.4 is unsupported,Operations,Jo Doe,2,4,Mitigate,Upgrade,2026-10-01,done early,V-2026-032,Closed,Low,,2026-02-02,2026-09-30,SI-2,web-01,Nessus,
`,
    items: [
      {
        state: "closed",
        id: "V-2026-032",
        weakness: "Old kernel",
        description: "Kernel 4.4 is unsupported",
        pointOfContact: "Jo Doe",
        remediationPlan: "Upgrade",
        scheduledCompletion: "2026-10-01",
        comments: "done early",
        status: "Completed",
        originalRating: "Low",
        detectedOn: "2026-02-02",
        completedOn: "2026-09-30",
        controls: "SI-2",
        assets: "web-01",
        source: "Nessus",
        '"Risk ID"': "RISK-9",
        '"Category"': "Operations",
        '"Likelihood"': "2",
        '"Impact"': "4",
        '"Treatment"': "Mitigate",
      },
    ],
  },
  {
    id: "hyperproof",
    csv: `Key,Summary,Source type,Source ID,Description,Assignee,Due date,Priority,Status,POAM ID,Adjusted priority,Identified date,Completed date,Controls,Affected assets,Source of finding,Remediation plan,Milestones,Comments
ISS-3,TLS 1.0 is offered,Control,SC-8,Offered on 443,Jo Doe (jo@example.com),2027-01-30,Medium,New,V-2026-031,Lowest,2026-03-14,,SC-8,lb-01,Nessus,Upgrade the balancer,,
`,
    items: [
      {
        state: "open",
        id: "V-2026-031",
        weakness: "TLS 1.0 is offered",
        description: "Offered on 443",
        pointOfContact: "Jo Doe (jo@example.com)",
        scheduledCompletion: "2027-01-30",
        originalRating: "Moderate",
        adjustedRating: "Very Low",
        status: "Ongoing",
        detectedOn: "2026-03-14",
        controls: "SC-8",
        assets: "lb-01",
        source: "Nessus",
        remediationPlan: "Upgrade the balancer",
        '"Key"': "ISS-3",
        '"Source type"': "Control",
        '"Source ID"': "SC-8",
      },
    ],
  },
];

describe("an export of the tool", () => {
  it("is tested for each of them", () => {
    expect(EXPORTS.map(({ id }) => id).sort()).toEqual(TRACKERS.map(({ id }) => id).sort());
  });

  test.each(EXPORTS)("$id: items with ids, texts, days and ratings", async ({ id, csv, items }) => {
    const poam = await read(csv);
    expect(poam.template.id).toBe(id);
    expect(shown(carry(poam))).toEqual(items);
  });

  it("is known by the ids alone, if it has nothing else of ours", async () => {
    const poam = await read(
      "Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Assignee,Reporter,Created,Updated,Due date,Labels,Description,Custom field (POA&M ID)\nOld kernel,SEC-1,10001,Task,To Do,SEC,Security,Highest,Jo Doe,Ana Roe,22/Nov/26 8:14 PM,22/Nov/26 8:14 PM,30/Jan/27 12:00 AM,,4.4 is unsupported,V-1\n",
    );
    expect(poam.template.id).toBe("jira");
    expect(shown(carry(poam))[0]).toMatchObject({ id: "V-1", originalRating: "Critical", status: "Ongoing" });
  });

  test.each<[string, string]>([
    [
      "jira",
      "Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Due date,Labels,Description\nLogin fails,BUG-1,10001,Bug,To Do,High,Jo Doe,Ana Roe,22/Nov/26 8:14 PM,22/Nov/26 8:14 PM,,30/Jan/27 12:00 AM,web,Nobody can log in\n",
    ],
    [
      "asana",
      "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task\n1,2026-11-22,,2026-11-23,Write the page,To do,Jo Doe,jo@example.com,,2027-01-30,,Two columns,Site,\n",
    ],
    [
      "monday",
      "Sprint board,,,,,\nThis week,,,,,\nName,Subitems,Person,Status,Date,Priority\nWrite the page,,Jo Doe,Working on it,2027-01-30,High\n",
    ],
    [
      "drata",
      "Risk ID,Name,Description,Controls,Categories,Owner,Treatment,Treatment Details,Anticipated Completion Date,Completed Date,Inherent Impact,Inherent Likelihood\nR-7,Theft,Laptops are stolen,DCF-1,Assets,Jo Doe,Accept,,2027-01-30,,3,4\n",
    ],
    [
      "vanta",
      "Risk ID,Risk scenario,Description,Category,Owner,Likelihood,Impact,Treatment,Treatment plan,Due date,Notes\nRISK-9,Theft,Laptops are stolen,Assets,Jo Doe,2,4,Mitigate,Encrypt them,2026-10-01,\n",
    ],
    [
      "hyperproof",
      "Key,Summary,Source type,Source ID,Description,Assignee,Due date,Priority,Status\nISS-3,Review is late,Control,AC-2,Accounts,Jo Doe,2027-01-30,Medium,New\n",
    ],
  ])("%s: a list without the POA&M's ids is refused", async (_, csv) => {
    await expect(read(csv)).rejects.toMatchObject({ code: "not-a-poam" });
  });
});

describe("the words of a tracker", () => {
  const columns = TRACKERS.flatMap(({ id, sheets }) =>
    sheets[0]!.columns.flatMap(({ heading, field, values }) => (values ? [{ id, heading, field, values }] : [])),
  );

  test.each(columns.filter(({ field }) => field !== "status"))("$id: $heading rates all that we do", ({ values }) => {
    expect(new Set(Object.keys(values))).toEqual(new Set(RATINGS));
    // Never a higher rating under a lower word.
    const words = RATINGS.map((rating) => values[rating]!);
    expect(
      words.filter((word, index) => words.lastIndexOf(word) - words.indexOf(word) > 1 || words[index] !== word),
    ).toEqual([]);
  });

  test.each(columns.filter(({ field }) => field === "status"))(
    "$id: $heading keeps open open and closed closed",
    ({ values }) => {
      for (const [ours, theirs] of Object.entries(values))
        expect([ours, stateOf(theirs)]).toEqual([ours, stateOf(ours)]);
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining(["Open", "Ongoing", "In Progress", "Risk Accepted", "Completed", "Closed"]),
      );
    },
  );
});

/** An item with something in every field but those of milestones in rows of their own. */
const ROWS: readonly FieldName[] = [
  "milestoneId",
  "milestoneDescription",
  "milestoneStatus",
  "milestoneComments",
  "milestoneDue",
  "milestoneCompletedOn",
];
const WORDS: Partial<Record<FieldName, string>> = {
  controls: "AC-2",
  cves: "CVE-2026-1234",
  status: "Delayed",
  milestones: "(1) 2026-12-01: Switch off",
  milestoneChanges: "(1) 2026-12-02: Later",
};
const BY_KIND: Partial<Record<(typeof FIELDS)[FieldName]["kind"], string>> = { rating: "Very High", answer: "Yes" };

function fullItem(at: CarriedItem["at"], state: CarriedItem["state"]): CarriedItem {
  const value = (field: FieldName) => {
    const { kind } = FIELDS[field];
    const text =
      kind === "date"
        ? field === "completedOn"
          ? "2026-03-31"
          : "2026-03-14"
        : (WORDS[field] ?? BY_KIND[kind] ?? `=the ${field}:\n  "quoted", 'tis 🛰`);
    const own = field === "status" && state === "closed" ? "Completed" : text;
    return { value: kind === "date" ? { date: own } : own, text: own, at, heading: undefined };
  };
  const ofItem = FIELD_NAMES.filter((field) => !ROWS.includes(field));
  const inRows = ofItem.filter((field) => field === "milestones" || field === "milestoneChanges");
  return {
    state,
    fields: new Map(ofItem.filter((field) => !inRows.includes(field)).map((field) => [field, value(field)])),
    milestones: [new Map(inRows.map((field) => [field, value(field)]))],
    others: ["Owner", "Team: blue", "Column AB", "Status"].map((heading) => ({ ...value("weakness"), heading })),
    at,
  };
}

const AT = { sheet: "S", row: 2, column: 1 };
const FULL: Carried = {
  template: "generic",
  header: new Map(),
  items: (["open", "closed", "configuration", "documentation"] as const).map((state) => fullItem(AT, state)),
  unread: [],
};

async function thereAndBack(sheet: ItemSheet, id: string, carried: Carried): Promise<{ poam: Poam; dropped: number }> {
  const losses = lossTally();
  const placed = place(carried, [sheet], templateNamed(id), { cell: 32_767 }, losses);
  const text = [...csvText(sheet, placed.sheets[0]!.items)].join("");
  return { poam: await read(text), dropped: losses.report().fields.filter(({ fate }) => fate === "dropped").length };
}

const bare = (heading: string) => heading.replace(":", "");
const comparable = (carried: Carried) =>
  shown(carried).map((item) => Object.fromEntries(Object.entries(item).map(([key, text]) => [bare(key), text])));

describe("there and back", () => {
  test.each(TRACKERS.map(({ id }) => id))(
    "%s holds every field of ours, in columns or as labelled text",
    async (id) => {
      const [sheet] = layOut(templateNamed(id));
      const { poam, dropped } = await thereAndBack(sheet!, id, FULL);
      expect([poam.template.id, dropped]).toEqual([id, 0]);
      expect(comparable(carry(poam))).toEqual(comparable(FULL));
    },
  );

  it("csv holds every field under a heading, and is a register to the reader", async () => {
    const sheet = csvSheet(FULL, templateNamed("generic"));
    const { poam, dropped } = await thereAndBack(sheet, "generic", FULL);
    expect([poam.template.id, dropped]).toEqual(["generic", 0]);
    expect(comparable(carry(poam))).toEqual(comparable(FULL));
    expect(sheet.columns.flatMap(({ field }) => field ?? [])).toHaveLength(FIELD_NAMES.length - ROWS.length);
    expect(sheet.columns.map(({ column }) => column)).toEqual(sheet.columns.map((_, index) => index + 1));
  });

  test.each<[string, Partial<Record<FieldName, string>>, string[], string[]]>([
    [
      "next to nothing",
      { id: "V-1", weakness: "Old kernel" },
      [],
      ["POA&M ID", "Weakness Name", "Scheduled Completion Date", "Status", "Comments"],
    ],
    [
      "a description alone",
      { id: "V-1", description: "Old kernel" },
      [],
      ["POA&M ID", "Weakness Description", "Scheduled Completion Date", "Status", "Comments"],
    ],
    // Headings that mean something to the reader get the column that they would be taken for.
    [
      "headings like ours",
      { id: "V-1", weakness: "Old kernel" },
      ["Owner", "Due?"],
      [
        "POA&M ID",
        "Weakness Name",
        "Responsible Party",
        "Scheduled Completion Date",
        "Status",
        "Comments",
        "Owner",
        "Due?",
      ],
    ],
  ])("csv of %s", async (_, texts, headings, expected) => {
    const value = (text: string) => ({ value: text, text, at: AT, heading: undefined });
    const fields = new Map(Object.entries(texts).map(([field, text]) => [field as FieldName, value(text)]));
    const others = headings.map((heading) => ({ ...value(`a ${heading}`), heading }));
    const carried: Carried = { ...FULL, items: [{ state: "open", fields, milestones: [], others, at: AT }] };
    const sheet = csvSheet(carried, templateNamed("generic"));
    expect(sheet.columns.map(({ heading }) => heading)).toEqual(expected);
    const { poam } = await thereAndBack(sheet, "generic", carried);
    const [item] = shown(carry(poam));
    expect(item).toEqual({ ...shown(carried)[0], status: "Ongoing" });
  });
});
