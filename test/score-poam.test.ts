import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../src/cli/main.js";
import { PACKS } from "../src/packs/index.js";
import type { ExampleRow } from "../src/rules/rule.js";
import { type ScoreOptions, score } from "../src/score.js";
import { readPoam } from "../src/template/read.js";
import { memoryHost } from "./cli/memory-host.js";
import { exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

type Given = Partial<ScoreOptions> & { readonly template?: string };

function scored(rows: readonly ExampleRow[], given: Given = {}) {
  const { template = "cmmc", ...options } = given;
  const filled = rows.map((row, index) => ({ id: `P-${index + 1}`, description: "Gap", status: "Open", ...row }));
  const poam = readPoam(exampleWorkbook({ template, rows: filled }), TEMPLATES, {
    fileName: "a.xlsx",
    template: templateNamed(template),
  });
  const packs = PACKS.filter(({ id }) => poam.template.packs.includes(id));
  return score(poam, { packs, asOf: "2026-03-31", settings: {}, ...options });
}

const open = (...controls: string[]) => controls.map((one) => ({ controls: one }));

/** Points as 32 CFR 170.24(c)(2)(i)(B) gives them: 3.1.1, 3.1.12, 3.5.3 and 3.13.11 five, 3.1.5 three, 3.1.3 and 3.1.8 one. */
describe("the score, worked out by hand", () => {
  it.each<[string, readonly ExampleRow[], number, number]>([
    [
      "nothing open that counts",
      [
        { controls: "AC.L2-3.1.8", status: "Completed" },
        ...open("3.1.3").map((row) => ({ ...row, status: "Completed" })),
      ],
      110,
      110,
    ],
    ["110 - 5 - 3 - 1", open("AC.L2-3.1.1", "3.1.5", "3.1.8"), 101, 101],
    ["named twice, costs once", open("AC.L2-3.1.1", "3.1.1"), 105, 105],
    ["two in one row", open("AC.L2-3.1.3, AC.L2-3.1.5"), 106, 106],
    ["3.5.3, its case not said", open("3.5.3"), 105, 107],
    ["3.5.3 for some users only", [{ controls: "3.5.3", requirementPoints: "3" }], 107, 107],
    ["3.13.11 not met", [{ controls: "3.13.11", requirementPoints: "5" }], 105, 105],
    ["3.13.11 in words", [{ controls: "3.13.11", description: "TLS is in use but not FIPS-validated" }], 107, 107],
    [
      "3.13.11 partly in one row, not in another",
      [
        { controls: "3.13.11", requirementPoints: "3" },
        { controls: "3.13.11", requirementPoints: "5" },
      ],
      105,
      105,
    ],
  ])("%s", (_, rows, points, pointsAtMost) => {
    expect(scored(rows)).toMatchObject({ level: 2, maximum: 110, needed: 88, points, pointsAtMost, scorable: true });
  });

  it("adds up by family, over all fourteen", () => {
    const { families, points } = scored(open("3.1.1", "3.1.5", "3.1.8", "3.5.3", "3.13.11"));
    expect(
      families
        .filter(({ lost }) => lost > 0)
        .map(({ family, requirements, notMet, lost }) => [family, requirements, notMet, lost]),
    ).toEqual([
      ["AC", 22, 3, 9],
      ["IA", 11, 1, 5],
      ["SC", 16, 1, 5],
    ]);
    expect([families.length, families.reduce((sum, one) => sum + one.requirements, 0), points]).toEqual([14, 110, 91]);
  });

  it("is 24 less one for each requirement at Level 3", () => {
    const rows = open("AC.L3-3.1.2e", "AC.L3-3.1.3e", "3.2.1e");
    expect(scored(rows)).toMatchObject({ level: 3, points: 21 });
    expect(scored(rows, { level: 2 })).toMatchObject({
      level: 2,
      points: 110,
      uncounted: [{ id: "P-1" }, { id: "P-2" }, { id: "P-3" }],
    });
    expect(scored(rows, { template: "generic" })).toMatchObject({ level: 3, maximum: 24, needed: 20, points: 21 });
    expect(scored(rows, { level: 3 })).toMatchObject({ points: 21, conditional: { possible: "yes" } });
    expect(scored(rows, { level: 3 }).families.reduce((sum, one) => sum + one.requirements, 0)).toBe(24);
  });
});

/** NIST's form has no column for it. */
it.each<[string, number]>([
  ["3.1.5: Accounts have more rights than they need", 107],
  ["AC.L2-3.1.5 and ac.l2-3.1.8 are not met", 106],
  ["Least privilege (3.1.5)", 107],
  ["Requirement 3.1.5 is not met", 107],
  ["curl 3.1.5 is out of date (3.1.8)", 109],
  // Five each for 3.1.1, 3.1.2 and 3.3.1; one each for 3.1.10 and 3.1.11.
  ["3.1.1, 3.1.2, 3.3.1", 95],
  ["3.1.1; 3.1.2\nAU.L2-3.3.1", 95],
  ["Least privilege (3.1.1, 3.1.2 and 3.3.1)", 95],
  ["3.1.10 and 3.1.11 are not met", 108],
  ["3.1.10[a], 3.1.11", 108],
  ["3.1.1 Limit access\n3.1.2 Limit transactions", 100],
  ["AC.L2- 3.1.19", 107],
  ["IA-L2-3.5.1", 105],
])("reads the requirement from the weakness of NIST's plan of action: %s", (weakness, points) => {
  expect(scored([{ weakness, scheduledCompletion: "2026-06-30" }], { template: "nist-cui" }).points).toBe(points);
});

it.each(["3.1.2e", "AC.L3-3.1.2e", "Requirement 3.1.2e", "3.1.2e is not met"])(
  "takes %s for Level 3, never for 3.1.2",
  (weakness) => {
    const given = (level?: 2 | 3) => scored([{ weakness }], { template: "nist-cui", level });
    expect(given()).toMatchObject({ level: 3, points: 23, notMet: [{ id: "AC.L3-3.1.2e" }], levelAbove: [] });
    expect(given(2)).toMatchObject({ points: 110, notMet: [], levelAbove: ["AC.L3-3.1.2e"] });
  },
);

it.each<[string, boolean]>([
  ["3.1.5 and 3.1.8", false],
  ["curl 7.3.1.5 is out of date (3.1.8)", false],
  ["3.1.5 and 3.1.99", true],
  ["3.1.5, AC.L2-3.3.1", true],
  ["3.1.5; AC.L2-3.1.2e", true],
  ["3.1.5 to 3.1.8", true],
  ["(3.1.5) Accounts do not satisfy 3.1.8", true],
])("says whether something in the weakness looks like a requirement and is none: %s", (weakness, isUnread) => {
  expect(scored([{ weakness }], { template: "nist-cui" }).unread).toHaveLength(isUnread ? 1 : 0);
});

it.each<[string, boolean]>([
  ["AC.L2-3.1.5, 3.1.8", false],
  ["3.1.5, AC-2", false],
  ["3.1.5, 3.1.99", true],
  ["3.1.5, AC.L2-3.3.1", true],
])("says whether something in the column of controls does: %s", (controls, isUnread) => {
  expect(scored(open(controls)).unread).toHaveLength(isUnread ? 1 : 0);
});

it("says in one sentence that Level 2 bars Level 3", () => {
  expect(scored(open("AC.L3-3.1.2e", "3.1.8", "3.1.9"), { level: 3 }).conditional.reasons).toEqual([
    "AC.L2-3.1.8, AC.L2-3.1.9 are requirements of Level 2, which must be met in full before Level 3 is assessed",
  ]);
});

describe("a Conditional status", () => {
  const ONES = ["3.1.3", "3.1.4", "3.1.6", "3.1.7", "3.1.8", "3.1.9", "3.1.10", "3.1.11", "3.1.14", "3.1.15", "3.1.21"];
  const MORE = ["3.2.3", "3.3.3", "3.3.4", "3.3.6", "3.3.7", "3.3.8", "3.3.9", "3.4.3", "3.4.4", "3.4.9", "3.5.4"];
  it.each<[string, readonly ExampleRow[], Given, string, readonly RegExp[]]>([
    ["22 of one point: 88", open(...ONES, ...MORE), {}, "yes", []],
    ["23 of one point: 87", open(...ONES, ...MORE, "3.5.5"), {}, "no", [/^the score is 87 of 110, and 88 is needed$/]],
    ["five points", open("3.1.1"), {}, "no", [/^AC\.L2-3\.1\.1 may not stand on a POA&M: it is worth 5 points/]],
    [
      "excluded by name",
      open("3.10.3"),
      {},
      "no",
      [/^PE\.L2-3\.10\.3 may not stand on a POA&M: it is excluded by name$/],
    ],
    [
      "3.5.3, even in part",
      [{ controls: "3.5.3", requirementPoints: "3" }],
      {},
      "no",
      [/^IA\.L2-3\.5\.3 may not stand/],
    ],
    ["no security plan", open("3.12.4"), {}, "no", [/^CA\.L2-3\.12\.4 may not stand/]],
    ["encryption without FIPS", [{ controls: "3.13.11", requirementPoints: "3" }], {}, "yes", []],
    [
      "encryption, not said",
      open("3.13.11"),
      {},
      "unclear",
      [/only where encryption is employed but not FIPS-validated/],
    ],
    ["Level 3 bars Level 2", open("AC.L3-3.1.2e", "3.1.8"), { level: 3 }, "no", [/must be met in full before Level 3/]],
    ["all closed", open("3.1.8").map((row) => ({ ...row, status: "Completed" })), {}, "nothing-open", []],
  ])("%s", (_, rows, given, possible, reasons) => {
    const { conditional } = scored(rows, given);
    expect(conditional.possible).toBe(possible);
    expect(conditional.reasons).toHaveLength(reasons.length);
    for (const [index, reason] of reasons.entries()) expect(conditional.reasons[index]).toMatch(reason);
  });

  /** 2025-10-02 and 180 days more is 2026-03-31: 29 + 30 + 31 + 31 + 28 + 31. */
  it("must be closed out within 180 days", () => {
    const rows = [
      { controls: "3.1.8", scheduledCompletion: "2026-03-31" },
      { controls: "3.1.9", scheduledCompletion: "2026-04-01" },
    ];
    const closeout = (conditionalDate: string) => scored(rows, { system: { conditionalDate } }).conditional.closeout;
    expect(closeout("2025-10-02")).toEqual({ statusDate: "2025-10-02", last: "2026-03-31", daysLeft: 0, later: 1 });
    expect(scored(rows, { system: { conditionalDate: "2025-10-02" } }).conditional.possible).toBe("yes");
    expect(scored(rows, { system: { conditionalDate: "2025-10-01" } }).conditional.possible).toBe("ended");
    expect(() => closeout("2026-04-01")).toThrow("the Conditional status date 2026-04-01 lies after 2026-03-31");
    expect(closeout("2025-10-01")).toEqual({ statusDate: "2025-10-01", last: "2026-03-30", daysLeft: -1, later: 2 });
    expect(scored(rows).conditional.closeout).toBe(null);
    const own = rows.map((row) => ({ ...row, conditionalStatusDate: "2025-10-02" }));
    expect(scored(own).conditional.closeout).toMatchObject({ last: "2026-03-31" });
    expect(scored(own, { system: { kind: "operational" } }).conditional.closeout).toBe(null);
  });
});

it("gives SPRS the last planned date of what costs points", () => {
  const rows = [
    { controls: "3.1.8, 3.1.9", scheduledCompletion: "2026-03-30" },
    { controls: "3.1.10", scheduledCompletion: "2026-06-30" },
    { controls: "3.1.11" },
    { controls: "AC.L3-3.1.2e", scheduledCompletion: "2027-06-30" },
    { controls: "3.1.14", scheduledCompletion: "2028-06-30", status: "Completed" },
  ];
  expect(scored(rows).completion).toEqual({ date: "2026-06-30", undated: 1, passed: 1 });
});

const OWN_HEADINGS = ["Requirement", "Security Requirement", "NIST SP 800-171 Requirement"];

function ownRegister(heading: string): string {
  return `POA&M ID,${heading},Weakness Description,Status,Scheduled Completion Date,Date Identified
P1,"3.1.1, 3.1.2, 3.3.1",Not done,Open,2026-05-01,2026-01-05
P2,AC.L2- 3.1.19,Not done,Open,2026-05-01,2026-01-05
P3,IA-L2-3.5.1,Not done,Open,2026-05-01,2026-01-05
P4,3.1.3,Not done,Open,2026-05-01,2026-01-05
`;
}

async function poam(...args: string[]) {
  const files = {
    "/home/me/cmmc.xlsx": readFileSync("fixtures/ok/cmmc.xlsx"),
    "/home/me/barred.xlsx": readFileSync("fixtures/err/cmmc-l2-not-eligible.xlsx"),
    "/home/me/three.xlsx": readFileSync("fixtures/err/cmmc-l3-not-eligible.xlsx"),
    ...Object.fromEntries(OWN_HEADINGS.map((heading) => [`/home/me/${heading}.csv`, ownRegister(heading)])),
    "/home/me/fedramp.xlsx": readFileSync("fixtures/ok/fedramp-v3.0.xlsx"),
    "/home/me/three.csv":
      "POAM ID,Weakness Name,Controls,Scheduled Completion Date,Status\nP-1,Gap,03.01.01,2026-05-01,Open\n",
  };
  const host = memoryHost({ files });
  const code = await main(["score", ...args], host);
  return { code, out: host.out(), err: host.err() };
}

describe("poam score", () => {
  it.each<[string, string]>([
    [
      "fedramp.xlsx",
      "poam: fedramp.xlsx: no item names a requirement of CMMC or NIST SP 800-171 (AC.L2-3.1.1, 3.1.1), so there is nothing to score.\n",
    ],
    [
      "three.csv",
      "poam: three.csv: the items name requirements of NIST SP 800-171 revision 3, for which no points are laid down: the DoD Assessment Methodology and CMMC score revision 2.\n",
    ],
    ["missing.xlsx", "poam: there is no file missing.xlsx.\n"],
  ])("%s is refused in one sentence", async (file, err) => {
    expect(await poam(file)).toEqual({ code: 2, out: "", err });
  });

  /** 19 requirements of one point are open, and 3.13.11 in its partly met case: 110 - 19 - 3. */
  it("says the same in every format", async () => {
    const args = ["cmmc.xlsx", "--conditional-date", "2026-03-01"];
    const json = JSON.parse((await poam(...args, "-f", "json")).out);
    expect(json).toMatchObject({ version: 1, asOf: "2026-03-31", points: 88, conditional: { possible: "yes" } });
    expect(json.notMet).toHaveLength(20);
    for (const format of ["pretty", "markdown"]) {
      const { code, out } = await poam(...args, "-f", format);
      expect(code).toBe(0);
      for (const text of ["88 of 110", "2026-08-28", "150 days left", "2026-08-01", "count as met"])
        expect(out).toContain(text);
      for (const { id } of json.notMet) expect(out).toContain(id);
    }
  });

  /** 110 - 5 - 5 - 5 - 3 - 5 - 1 = 86. */
  it.each(OWN_HEADINGS)("reads a home-made register's %s", async (heading) => {
    const json = JSON.parse((await poam(`${heading}.csv`, "-f", "json")).out);
    expect(json).toMatchObject({ points: 86, unread: [], uncounted: [] });
  });

  it.each(["pretty", "markdown", "json"])("says in %s that Level 3 is not scored", async (format) => {
    expect((await poam("three.xlsx", "-f", format)).out.replace(/\s+/g, " ")).toContain("--level 3 scores them");
  });

  it("says where no score can be had", async () => {
    const json = JSON.parse((await poam("barred.xlsx", "-f", "json")).out);
    expect(json).toMatchObject({ scorable: false, points: null, pointsAtMost: null });
    expect((await poam("barred.xlsx", "-f", "markdown")).out).toContain(
      "without an up-to-date system security plan (3.12.4) nothing is scored",
    );
  });

  it.each(["pretty", "json", "markdown"])("--redact leaves no ids and dates of cells in %s", async (format) => {
    const { out } = await poam("barred.xlsx", "--redact", "-f", format);
    expect(out).toContain("AC.L2-3.1.12");
    expect(out.replaceAll("2026-03-31", "").replace('"version"', "")).not.toMatch(/POAM-2026|2026-\d\d/);
  });
});
