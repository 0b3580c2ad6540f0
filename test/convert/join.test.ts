import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinCarried } from "../../src/convert/join.js";
import type { Carried, CarriedItem, CarriedState, CarriedValue } from "../../src/model/carried-item.js";
import { FIELD_NAMES, type FieldName } from "../../src/model/field.js";

/** An item in short: fields by name, columns without a meaning by heading, a day as one. */
interface Short extends Partial<Record<FieldName, string>> {
  readonly state?: CarriedState;
  readonly steps?: readonly Partial<Record<FieldName, string>>[];
  readonly others?: readonly (readonly [heading: string, text: string])[];
}

const CSP = "2026-06/acme.xlsx";
const ASSESSOR = "C:\\audit\\3pao.xlsx";

function carriedValue(text: string, row: number): CarriedValue {
  const value = /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : text;
  return { value, text, at: { sheet: "Items", row, column: 2 }, heading: "A heading" };
}

function fieldsOf(texts: object, row: number): Map<FieldName, CarriedValue> {
  const known = Object.entries(texts).filter(([name]) => (FIELD_NAMES as string[]).includes(name));
  return new Map(known.map(([name, text]) => [name as FieldName, carriedValue(text, row)]));
}

function itemOf({ state = "open", steps = [], others = [], ...texts }: Short, index: number): CarriedItem {
  const row = index + 2;
  return {
    state,
    fields: fieldsOf(texts, row),
    milestones: steps.map((step) => fieldsOf(step, row)),
    others: others.map(([heading, text]) => ({ ...carriedValue(text, row), heading })),
    at: { sheet: "Items", row, column: 1 },
  };
}

function register(items: readonly Short[], header: Readonly<Record<string, string>> = {}): Carried {
  const block = Object.entries(header).map(([field, text]) => [field, { ...carriedValue(text, 1), heading: field }]);
  return { template: "generic", header: new Map(block as []), items: items.map(itemOf), unread: [] };
}

function joined(...registers: readonly (readonly Short[])[]) {
  const paths = [CSP, ASSESSOR, "third.xlsx"];
  return joinCarried(registers.map((items, index) => ({ path: paths[index]!, carried: register(items) })));
}

/** Back to short. */
function shortOf({ state, fields, milestones, others }: CarriedItem): Short {
  const texts = (of: ReadonlyMap<FieldName, CarriedValue>) =>
    Object.fromEntries([...of].map(([field, { text }]) => [field, text]));
  return {
    ...(state !== "open" && { state }),
    ...texts(fields),
    ...(milestones.length > 0 && { steps: milestones.map(texts) }),
    ...(others.length > 0 && { others: others.map(({ heading, text }) => [heading, text] as const) }),
  };
}

const TLS = { id: "V-1", weakness: "TLS 1.0 accepted", sourceIdentifier: "104743", assets: "web-01\nweb-02" };

describe("an item of both becomes one", () => {
  it.each<[string, Short, Short, Short, string]>([
    ["as it is", TLS, TLS, TLS, "joined"],
    [
      "whatever the case and blanks of its id, the order of its assets, the name of its rating",
      { ...TLS, originalRating: "Moderate", falsePositive: "No" },
      { ...TLS, id: " v-1", assets: "WEB-02, web-01", originalRating: "Medium", falsePositive: "no" },
      { ...TLS, originalRating: "Moderate", falsePositive: "No" },
      "joined",
    ],
    [
      "each says what the other does not",
      { ...TLS, comments: "Ticket 7" },
      { ...TLS, description: "Old TLS", others: [["Test case", "T-9"]] },
      { ...TLS, comments: "Ticket 7", description: "Old TLS", others: [["Test case", "T-9"]] },
      "joined",
    ],
    [
      "where they differ the first stands",
      { ...TLS, comments: "Ticket 7", others: [["Team", "Red"]] },
      {
        ...TLS,
        weakness: "Weak TLS",
        comments: "Retest",
        others: [
          ["team ", "Blue"],
          ["Team", "Red"],
        ],
      },
      {
        ...TLS,
        comments: "Ticket 7",
        others: [
          ["Team", "Red"],
          ["Weakness name (from 3pao.xlsx)", "Weak TLS"],
          ["Comments (from 3pao.xlsx)", "Retest"],
          ["team ", "Blue"],
        ],
      },
      "joined; kept as labelled text: Weakness name (from 3pao.xlsx), Comments (from 3pao.xlsx)",
    ],
    [
      "the same column without a meaning",
      { ...TLS, others: [["Team", "Red"]] },
      { ...TLS, others: [["Team", "Blue"]] },
      {
        ...TLS,
        others: [
          ["Team", "Red"],
          ["Team (from 3pao.xlsx)", "Blue"],
        ],
      },
      "joined; kept as labelled text: Team (from 3pao.xlsx)",
    ],
    [
      "found earlier by the second",
      { ...TLS, detectedOn: "2026-02-03" },
      { ...TLS, detectedOn: "2026-01-04" },
      { ...TLS, detectedOn: "2026-01-04", others: [["Detection date (from acme.xlsx)", "2026-02-03"]] },
      "joined; the earlier detection date, 2026-01-04, stands; kept as labelled text: Detection date (from acme.xlsx)",
    ],
    [
      "found earlier by the first",
      { ...TLS, detectedOn: "2025-12-30" },
      { ...TLS, detectedOn: "2026-01-04" },
      { ...TLS, detectedOn: "2025-12-30", others: [["Detection date (from 3pao.xlsx)", "2026-01-04"]] },
      "joined; the earlier detection date, 2025-12-30, stands; kept as labelled text: Detection date (from 3pao.xlsx)",
    ],
    [
      "a day that can be read in two ways, and is later in one of them, is not earlier",
      { ...TLS, detectedOn: "2026-01-15" },
      { ...TLS, detectedOn: "01/02/26" },
      { ...TLS, detectedOn: "2026-01-15", others: [["Detection date (from 3pao.xlsx)", "01/02/26"]] },
      "joined; which detection date is earlier cannot be told: that of acme.xlsx stands; kept as labelled text: Detection date (from 3pao.xlsx)",
    ],
    [
      "found earlier by the second, however the day of the first is read",
      { ...TLS, detectedOn: "03/04/2026" },
      { ...TLS, detectedOn: "2026-03-03" },
      { ...TLS, detectedOn: "2026-03-03", others: [["Detection date (from acme.xlsx)", "03/04/2026"]] },
      "joined; the earlier detection date, 2026-03-03, stands; kept as labelled text: Detection date (from acme.xlsx)",
    ],
    [
      "found earlier by the first, however its day is read",
      { ...TLS, detectedOn: "03/04/2026" },
      { ...TLS, detectedOn: "2026-04-04" },
      { ...TLS, detectedOn: "03/04/2026", others: [["Detection date (from 3pao.xlsx)", "2026-04-04"]] },
      "joined; the earlier detection date, 03/04/2026, stands; kept as labelled text: Detection date (from 3pao.xlsx)",
    ],
    [
      "what is no day is not earlier",
      { ...TLS, detectedOn: "2026-01-15" },
      { ...TLS, detectedOn: "soon" },
      { ...TLS, detectedOn: "2026-01-15", others: [["Detection date (from 3pao.xlsx)", "soon"]] },
      "joined; which detection date is earlier cannot be told: that of acme.xlsx stands; kept as labelled text: Detection date (from 3pao.xlsx)",
    ],
    [
      "the same milestones",
      { ...TLS, steps: [{ milestoneDescription: "Patch", milestoneDue: "2026-03-01" }] },
      { ...TLS, steps: [{ milestoneDue: "2026-03-01", milestoneDescription: "Patch " }] },
      { ...TLS, steps: [{ milestoneDescription: "Patch", milestoneDue: "2026-03-01" }] },
      "joined",
    ],
    [
      "the milestones of one",
      TLS,
      { ...TLS, steps: [{ milestones: "(1) 2026-03-01 : Patch" }] },
      { ...TLS, steps: [{ milestones: "(1) 2026-03-01 : Patch" }] },
      "joined",
    ],
    [
      "other milestones",
      { ...TLS, steps: [{ milestones: "(1) 2026-03-01 : Patch" }] },
      { ...TLS, steps: [{ milestones: "(1) 2026-03-01 : Patch" }, { milestones: "(1) 2026-04-01 : Retest" }] },
      { ...TLS, steps: [{ milestones: "(1) 2026-03-01 : Patch" }, { milestones: "(1) 2026-04-01 : Retest" }] },
      "joined; milestones of both",
    ],
    [
      "closed by the second: stays open, and says nothing of a closure",
      TLS,
      { ...TLS, state: "closed", status: "Completed", completedOn: "2026-02-01", evidence: "scan.pdf" },
      {
        ...TLS,
        evidence: "scan.pdf",
        others: [
          ["Status (from 3pao.xlsx)", "Completed"],
          ["Completion date (from 3pao.xlsx)", "2026-02-01"],
        ],
      },
      "joined; open in acme.xlsx, closed in 3pao.xlsx: it stays open; kept as labelled text: Status (from 3pao.xlsx), Completion date (from 3pao.xlsx)",
    ],
    [
      "closed by the first: stays open",
      { ...TLS, state: "closed", status: "Completed", statusDate: "2026-02-01", comments: "Done" },
      { ...TLS, status: "Ongoing" },
      {
        ...TLS,
        comments: "Done",
        status: "Ongoing",
        others: [
          ["Status (from acme.xlsx)", "Completed"],
          ["Status date (from acme.xlsx)", "2026-02-01"],
        ],
      },
      "joined; closed in acme.xlsx, open in 3pao.xlsx: it stays open; kept as labelled text: Status (from acme.xlsx), Status date (from acme.xlsx)",
    ],
    [
      "a configuration finding of the first",
      { ...TLS, state: "configuration" },
      TLS,
      { ...TLS, state: "configuration" },
      "joined; configuration in acme.xlsx, open in 3pao.xlsx: it stays configuration",
    ],
  ])("%s", (_, ours, theirs, wanted, outcome) => {
    const { carried, clashes, notes } = joined([ours], [theirs]);
    expect(carried.items.map(shortOf)).toEqual([wanted]);
    expect(clashes).toMatchObject([{ kind: "joined", id: "V-1", paths: [CSP, ASSESSOR], outcome }]);
    expect(notes).toEqual([]);
  });
});

describe("what is one item, what only looks like it", () => {
  const other = { weakness: "No plan test", sourceIdentifier: "SAR-3", assets: "db-01" };
  it.each<[string, Short, Short, string[]]>([
    ["the same weakness", TLS, { id: "V-1", weakness: "tls  1.0 ACCEPTED" }, ["joined V-1"]],
    ["the same source identifier", TLS, { ...other, id: "V-1", sourceIdentifier: "104743" }, ["joined V-1"]],
    [
      "the same assets, and the name reworded",
      TLS,
      { id: "V-1", weakness: "TLS 1.0", assets: "web-02\nweb-01" },
      ["joined V-1"],
    ],
    ["the same assets alone", { id: "V-1", assets: "web-01" }, { id: "V-1", assets: "web-01" }, ["joined V-1"]],
    [
      "the same description, which one names",
      { id: "V-1", description: "Old TLS; it is accepted" },
      { id: "V-1", weakness: "Old TLS", description: "old TLS;  it is accepted" },
      ["joined V-1"],
    ],
    [
      "the same description of two scanners' findings",
      { id: "V-1", description: "Old TLS", sourceIdentifier: "104743" },
      { id: "V-1", description: "Old TLS", sourceIdentifier: "104744" },
      ["same-id V-1"],
    ],
    [
      "another weakness of the same assets",
      TLS,
      { ...TLS, weakness: "No plan test", sourceIdentifier: "N/A" },
      ["same-id V-1"],
    ],
    ["another weakness", TLS, { ...other, id: "V-1" }, ["same-id V-1"]],
    ["numbers of their own", { ...TLS, state: "configuration" }, { ...other, id: "V-1" }, []],
    ["no id", { weakness: "A", assets: "x" }, { weakness: "B", assets: "x" }, []],
    ["ids that are none", { ...TLS, id: "TBD" }, { ...other, id: "TBD" }, []],
    ["another id", TLS, { ...TLS, id: "3P-7", weakness: "Weak TLS" }, ["likely-duplicate V-1 and 3P-7"]],
    [
      "another id, found by name",
      TLS,
      { ...TLS, id: "3P-7", sourceIdentifier: "None" },
      ["likely-duplicate V-1 and 3P-7"],
    ],
    ["no id on one side", TLS, { ...TLS, id: "" }, ["likely-duplicate V-1"]],
    ["other assets", TLS, { ...TLS, id: "3P-7", assets: "web-01" }, []],
    ["assets that say nothing", { ...TLS, assets: "N/A" }, { ...TLS, id: "3P-7", assets: "N/A" }, []],
    [
      "one report, two weaknesses",
      { ...TLS, sourceIdentifier: "SAR-3" },
      { ...TLS, ...other, assets: TLS.assets },
      ["joined V-1"],
    ],
    [
      "one report, two weaknesses under two ids",
      { ...TLS, sourceIdentifier: "SAR-3" },
      { ...other, id: "3P-7", assets: TLS.assets },
      [],
    ],
    ["one name, two scanner ids", TLS, { ...TLS, id: "3P-7", sourceIdentifier: "104744" }, []],
  ])("%s", (_, ours, theirs, wanted) => {
    const { carried, clashes } = joined([ours], [theirs]);
    expect(clashes.map(({ kind, id }) => `${kind} ${id}`)).toEqual(wanted);
    const isOne = wanted.some((one) => one.startsWith("joined"));
    expect(carried.items).toHaveLength(isOne ? 1 : 2);
    if (!isOne) expect(carried.items.map(shortOf)).toEqual([ours, theirs]);
  });

  it.each([
    ["V-1", "3P-7", "one weakness of the same assets under two ids: both stay"],
    ["V-1", "TBD", "one weakness of the same assets under two ids: both stay"],
    ["V-1", "", "one weakness of the same assets, of which one has no id: both stay"],
    ["", "", "one weakness of the same assets, both without an id: both stay"],
  ])("says of the ids what is so: %j and %j", (ours, theirs, outcome) => {
    const { id: _, ...nameless } = TLS;
    const [first, second] = [ours, theirs].map((id): Short => ({ ...nameless, ...(id !== "" && { id }) }));
    const { clashes } = joined([first!], [second!]);
    expect(clashes).toMatchObject([{ kind: "likely-duplicate", outcome }]);
  });

  it("finds each its own where an id stands twice, and leaves what is over", () => {
    const [web, db] = [
      { ...TLS, assets: "web-01" },
      { ...TLS, assets: "db-01" },
    ];
    const { carried, clashes } = joined([web, db], [db, web, web]);
    expect(carried.items.map(shortOf)).toEqual([web, db, web]);
    expect(clashes.map(({ kind, at }) => `${kind} ${at.map(({ row }) => row)}`)).toEqual([
      "joined 3,2",
      "joined 2,3",
      "same-id 2,4",
    ]);
  });
});

it("three registers: in order, cells with their workbook, the later against what is joined", () => {
  const { carried, clashes } = joined(
    [
      { ...TLS, detectedOn: "2026-02-03" },
      { id: "V-2", weakness: "B" },
    ],
    [
      { id: "V-3", weakness: "C" },
      { ...TLS, comments: "Retest" },
    ],
    [{ ...TLS, detectedOn: "2026-01-04", comments: "Third" }],
  );
  expect(carried.items.map(shortOf)).toEqual([
    {
      ...TLS,
      detectedOn: "2026-01-04",
      comments: "Retest",
      others: [
        ["Detection date (from acme.xlsx)", "2026-02-03"],
        ["Comments (from third.xlsx)", "Third"],
      ],
    },
    { id: "V-2", weakness: "B" },
    { id: "V-3", weakness: "C" },
  ]);
  expect(carried.items[0]!.fields.get("comments")!.at).toEqual({ sheet: "Items", row: 3, column: 2, path: ASSESSOR });
  expect(clashes.map(({ paths }) => paths)).toEqual([
    [CSP, ASSESSOR],
    [CSP, "third.xlsx"],
  ]);
});

it("one register stays as it is", () => {
  const carried = register([TLS], { system: "Acme" });
  expect(joinCarried([{ path: CSP, carried }])).toEqual({ carried, clashes: [], notes: [] });
});

it("the first header block stands, with what only others say; files of one name go by their number", () => {
  const { carried, notes } = joinCarried([
    { path: "may/poam.xlsx", carried: register([TLS], { system: "Acme", impactLevel: "High" }) },
    {
      path: "june/poam.xlsx",
      carried: register([{ ...TLS, comments: "x", weakness: "TLS" }], {
        system: "Acme 2",
        impactLevel: "High ",
        poamDate: "2026-06-30",
      }),
    },
  ]);
  expect([...carried.header].map(([field, { text }]) => `${field}: ${text}`)).toEqual([
    "system: Acme",
    "impactLevel: High",
    "poamDate: 2026-06-30",
  ]);
  expect(notes).toEqual([
    "system differs: that of poam.xlsx, file 1 stands, that of poam.xlsx, file 2 ('Items'!B1) does not go along",
  ]);
  expect(carried.items[0]!.others.map(({ heading }) => heading)).toEqual(["Weakness name (from poam.xlsx, file 2)"]);
});

const few = (...texts: readonly string[]) => fc.constantFrom(...texts);
const STATES: readonly CarriedState[] = ["open", "closed", "configuration", "documentation"];
const anItem: fc.Arbitrary<Short> = fc.record(
  {
    id: few("V-1", "v-1 ", "V-2", "3P-1", "N/A"),
    state: fc.constantFrom(...STATES),
    weakness: few("TLS 1.0", "TLS old", "No plan test", "=1+1"),
    sourceIdentifier: few("104743", "SAR-3", "None"),
    assets: few("web-01", "web-02", "N/A"),
    detectedOn: few("2026-01-04", "2026-02-03", "soon"),
    status: few("Ongoing", "Completed"),
    completedOn: few("2026-03-01", "2026-03-02"),
    originalRating: few("High", "Low"),
    comments: few("one", "two\nlines", "[Kept by poam]\nTeam: Red"),
    steps: fc.array(
      fc.record({ milestones: few("(1) 2026-03-01 : Patch", "later") }, { requiredKeys: ["milestones"] }),
      {
        maxLength: 2,
      },
    ),
    others: fc.array(fc.tuple(few("Team", "Ticket", "Comments (from 3pao.xlsx)"), few("Red", "Blue")), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
);
const items = fc.array(anItem, { maxLength: 6 });

/** Every value of an item, the ids folded; of columns by heading too, so that what changes its place is found again. */
function textsOf(item: CarriedItem): Set<string> {
  const { fields, milestones, others } = item;
  const values = [...fields, ...milestones.flatMap((row) => [...row])];
  return new Set([
    ...values.map(([field, { text }]) => (field === "id" ? text.trim().toLowerCase() : text)),
    ...others.map(({ text }) => text),
  ]);
}

it("loses no value of any register, and no item but those it says it joined", () => {
  fc.assert(
    fc.property(fc.array(items, { minLength: 2, maxLength: 3 }), (registers) => {
      const { carried, clashes } = joined(...registers);
      const count = registers.flat().length - clashes.filter(({ kind }) => kind === "joined").length;
      expect(carried.items).toHaveLength(count);
      const results = carried.items.map(textsOf);
      for (const item of registers.flatMap((one) => one.map(itemOf))) {
        const wanted = [...textsOf(item)];
        expect(results.some((texts) => wanted.every((text) => texts.has(text)))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it("joining a register a second time changes nothing", () => {
  const distinct = fc
    .uniqueArray(anItem, { maxLength: 4, selector: ({ id }) => id?.trim().toLowerCase() })
    .map((all) => all.filter(({ id }) => id !== undefined && id !== "N/A"));
  fc.assert(
    fc.property(distinct, distinct, (ours, theirs) => {
      const once = joined(ours, theirs).carried;
      const again = joinCarried([
        { path: CSP, carried: once },
        { path: ASSESSOR, carried: register(theirs) },
      ]);
      expect(again.carried.items.map(shortOf)).toEqual(once.items.map(shortOf));
    }),
    { numRuns: 300 },
  );
});
