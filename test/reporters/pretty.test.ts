import { describe, expect, it } from "vitest";
import { PLAIN } from "../../src/reporters/paint.js";
import { pretty } from "../../src/reporters/pretty.js";
import { printable } from "../../src/reporters/printable.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, OPEN, printed, RUN, result, row } from "./acme.js";

const ACME = acme({ 12: row("V-2026-031", "2026-03-14", "2026-02-01") });
const QUIET = { ...RUN, quiet: true };

describe("a finding", () => {
  it("is shown with the cells it speaks of", () => {
    expect(printed(pretty, [result(ACME, [DUE_BEFORE_DETECTED])], { ...CLEAN, errors: 1 })).toBe(
      `error[due-before-detected]: due 2026-02-01, but detected later, on 2026-03-14
  --> acme-poam.xlsx  'Open POA&M Items'!M12
      | B           L                        M
    5 | POAM ID     Original Detection Date  Scheduled Completion Date
   12 | V-2026-031  2026-03-14               2026-02-01
      |             ----------               ^^^^^^^^^^
      |             detected
   = help: correct whichever date is wrong
   = cites: FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L

1 problem (1 error) · fedramp-rev5 · as of 2026-11-22
`,
    );
  });

  it("underlines a blank cell over the width of its column", () => {
    const blank = finding({ rule: "required-missing", message: "blank", at: at(13, 13) });
    const poam = acme({ 13: row("V-2026-032", "2026-03-14") });
    expect(printed(pretty, [result(poam, [blank])], CLEAN, QUIET)).toBe(`error[required-missing]: blank
  --> acme-poam.xlsx  'Open POA&M Items'!M13
      | B           M
    5 | POAM ID     Scheduled Completion Date
   13 | V-2026-032
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^

`);
  });

  it("shows places in other rows and on other sheets", () => {
    const twice = finding({
      rule: "duplicate-id",
      message: "used three times",
      at: at(12, 2),
      related: [
        { at: at(8, 2), label: "first used here" },
        { at: at(3, 2, "Closed"), label: "and here" },
      ],
    });
    const poam = acme({ 8: row("V-1"), 12: row("V-1") }, { 3: row("V-1") });
    expect(printed(pretty, [result(poam, [twice])], CLEAN, QUIET)).toBe(`error[duplicate-id]: used three times
  --> acme-poam.xlsx  'Open POA&M Items'!B12
      | B
    5 | POAM ID
    8 | V-1
      | ---
      | first used here
   12 | V-1
      | ^^^
  ::: 'Closed'!B3
      | B
    2 | POAM ID
    3 | V-1
      | ---
      | and here

`);
  });

  it("about a heading shows the whole heading and no item", () => {
    const moved = finding({ rule: "heading-moved", severity: "warning", message: "moved", at: at(5, 13), item: null });
    expect(printed(pretty, [result(ACME, [moved])], CLEAN, QUIET)).toBe(`warning[heading-moved]: moved
  --> acme-poam.xlsx  'Open POA&M Items'!M5
      | M
    5 | Scheduled Completion Date
      | ^^^^^^^^^^^^^^^^^^^^^^^^^

`);
  });

  it("above the headings shows only its row, on no sheet of the workbook nothing", () => {
    const unfilled = finding({ rule: "header-unfilled", message: "unfilled", at: at(3, 2), item: null });
    const missing = finding({ rule: "sheet-missing", message: "gone", at: at(1, 1, "Gone"), item: null });
    expect(printed(pretty, [result(acme({ 3: row("CSP") }), [unfilled, missing])], CLEAN, QUIET)).toBe(
      `error[header-unfilled]: unfilled
  --> acme-poam.xlsx  'Open POA&M Items'!B3
      | B
    3 | CSP
      | ^^^

error[sheet-missing]: gone
  --> acme-poam.xlsx  'Gone'!A1

`,
    );
  });

  it("puts labels that would touch below each other", () => {
    const found = finding({
      rule: "x",
      message: "x",
      at: at(12, 13),
      related: [
        { at: at(12, 2), label: "the item's id" },
        { at: at(12, 12), label: "detected" },
      ],
    });
    expect(printed(pretty, [result(ACME, [found])], CLEAN, QUIET)).toContain(`
      | ----------  ----------               ^^^^^^^^^^
      | the item's id
      |             detected
`);
  });

  it("squeezes long texts into the terminal, wide and narrow", () => {
    const long = "A description that goes on and on, far beyond what any terminal is wide enough to show in a line";
    const found = finding({ rule: "x", message: "x", at: at(12, 13) });
    const lines = (width: number) =>
      printed(pretty, [result(acme({ 12: row("V-1", "", long) }), [found])], CLEAN, { ...QUIET, width }).split("\n");
    expect(lines(80)[4]).toBe("   12 | V-1      A description that goes on and on, far beyond what any termina…");
    expect(lines(120)[4]).toBe(`   12 | V-1      ${long}`);
    expect(lines(20)[4]).toBe("   12 | V-1      A descr…");
  });

  it("keeps wide and combining characters in their columns", () => {
    const poam = acme({ 12: row("Ünïcode®—e\u0301", "漏洞🔥", "2026-02-01") });
    const found = { ...DUE_BEFORE_DETECTED, help: undefined, cites: [] };
    expect(printed(pretty, [result(poam, [found])], CLEAN, QUIET)).toContain(`
      | B           L                        M
    5 | POAM ID     Original Detection Date  Scheduled Completion Date
   12 | Ünïcode®—e\u0301  漏洞🔥                   2026-02-01
      |             ------                   ^^^^^^^^^^
`);
  });

  it("shows row numbers of a million rows", () => {
    const found = finding({ rule: "x", message: "x", at: at(1048576, 2) });
    expect(printed(pretty, [result(acme({ 1048576: row("V-1") }), [found])], CLEAN, QUIET)).toContain(`
        | B
      5 | POAM ID
1048576 | V-1
        | ^^^
`);
  });

  it("breaks long messages and help at words", () => {
    const found = finding({
      rule: "x",
      message: "word ".repeat(20).trim(),
      at: at(12, 2),
      help: "help ".repeat(20).trim(),
    });
    expect(printed(pretty, [result(undefined, [found])], CLEAN, QUIET)).toBe(
      `error[x]: ${"word ".repeat(14).trim()}
${"word ".repeat(6).trim()}
  --> acme-poam.xlsx  'Open POA&M Items'!B12
   = help: ${"help ".repeat(14).trim()}
     ${"help ".repeat(6).trim()}

`,
    );
  });

  it("is coloured by its severity", () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint = { ...PLAIN, error: tag("e"), mark: tag("m"), strong: tag("b") };
    const found = { ...DUE_BEFORE_DETECTED, cites: [] };
    expect(printed(pretty, [result(ACME, [found])], CLEAN, { ...QUIET, paint })).toBe(
      `<e>error[due-before-detected]</e><b>: due 2026-02-01, but detected later, on 2026-03-14</b>
  <m>--></m> acme-poam.xlsx  'Open POA&M Items'!M12
<m>      |</m> B           L                        M
<m>    5 |</m> POAM ID     Original Detection Date  Scheduled Completion Date
<m>   12 |</m> V-2026-031  2026-03-14               2026-02-01
<m>      |</m>             <m>----------</m>               <e>^^^^^^^^^^</e>
<m>      |</m>             <m>detected</m>
   <m>=</m> <b>help:</b> correct whichever date is wrong

`,
    );
  });
});

describe("findings that repeat", () => {
  const late = (row: number, days: number) =>
    finding({ rule: "overdue", message: `${days} days overdue`, at: at(row, 13), item: `V-${row}` });
  const text = (...rows: number[]) =>
    printed(
      pretty,
      [
        result(
          undefined,
          rows.map((row) => late(row, row * 7)),
        ),
      ],
      CLEAN,
      QUIET,
    );

  it("are shown one by one up to three", () => {
    expect(text(10, 11, 12).match(/^error/gm)).toHaveLength(3);
  });

  it("are shown once from four on, with the ranges of the others", () => {
    expect(text(10, 11, 12, 14)).toBe(`error[overdue]: 70 days overdue
  --> acme-poam.xlsx  'Open POA&M Items'!M10
   and 3 more like it: M11–M12, M14

`);
  });

  it("stay readable by the thousand", () => {
    expect(text(...Array.from({ length: 3758 }, (_, index) => index + 9))).toContain(
      "\n   and 3,757 more like it: M10–M3766\n",
    );
    const everyOther = text(...Array.from({ length: 3758 }, (_, index) => index * 2 + 9));
    expect(everyOther.split("\n")).toHaveLength(5);
    expect(everyOther.split("\n")[2]).toBe(
      "   and 3,757 more like it: M11, M13, M15, M17, M19, M21, M23, M25, M27, M29, …",
    );
  });

  it("are told apart by rule, column, sheet, severity and what is said, but not without end", () => {
    const say = (message: string, index: number) => finding({ rule: "x", message, at: at(index + 10, 13) });
    const words = ["one", "two", "three", "four", "five"].flatMap((word) => Array<string>(4).fill(`${word} is wrong`));
    const shown = printed(pretty, [result(undefined, words.map(say))], CLEAN, QUIET);
    expect(shown.match(/^error.*/gm)).toEqual([
      "error[x]: one is wrong",
      "error[x]: two is wrong",
      "error[x]: three is wrong",
    ]);
    expect(shown).toContain("and 11 more like it");
    const other = [say("a", 1), say("a", 2), say("a", 3), finding({ rule: "x", message: "a", at: at(14, 12) })];
    expect(printed(pretty, [result(undefined, other)], CLEAN, QUIET).match(/^error/gm)).toHaveLength(4);
  });

  it("take quoted texts, dates and ids for what differs from row to row", () => {
    const say = (word: string, index: number) =>
      finding({ rule: "x", message: `"${word}" of V-${index} on 2026-01-0${index} is no status`, at: at(index, 13) });
    const shown = printed(pretty, [result(undefined, ["a", "b c", "d", "e"].map(say))], CLEAN, QUIET);
    expect(shown).toContain("and 3 more like it: M1–M3");
  });
});

describe("the last line", () => {
  const last = (summary: Partial<typeof CLEAN>, width = 200) =>
    pretty.end({ ...CLEAN, ...summary }, { ...RUN, width, terminal: true });

  it.each<[Partial<typeof CLEAN>, string]>([
    [{}, "acme-poam.xlsx: 142 items (120 open, 22 closed), no problems · fedramp-rev5 · as of 2026-11-22"],
    [
      { errors: 2, warnings: 1, fixable: 1, fixableFiles: ["acme-poam.xlsx"], suppressed: 2 },
      "3 problems (2 errors, 1 warning) · 1 fixable: poam fix acme-poam.xlsx · 2 suppressed · fedramp-rev5 · as of 2026-11-22",
    ],
    [{ infos: 1, packs: ["a", "b"] }, "1 problem (1 info) · a, b · as of 2026-11-22"],
    [
      { errors: 1, fixable: 3, fixableFiles: ["my poam.xlsx"] },
      '1 problem (1 error) · 3 fixable: poam fix "my poam.xlsx" · fedramp-rev5 · as of 2026-11-22',
    ],
    [
      { errors: 1200, files: 3, unreadable: 1 },
      "1,200 problems (1,200 errors) in 2 files · 1 file could not be read · fedramp-rev5 · as of 2026-11-22",
    ],
    [
      { files: 3, path: undefined, items: { total: 5000, open: 4000, closed: 900, configuration: 100 } },
      "3 files: 5,000 items (4,000 open, 900 closed, 100 configuration), no problems · fedramp-rev5 · as of 2026-11-22",
    ],
  ])("%o", (summary, line) => {
    expect(last(summary)).toBe(`${line}\n`);
  });

  it("is broken between its parts where the terminal is narrow", () => {
    expect(last({ errors: 1, fixable: 3, fixableFiles: ["my poam.xlsx"] }, 60)).toBe(
      '1 problem (1 error) · 3 fixable: poam fix "my poam.xlsx"\nfedramp-rev5 · as of 2026-11-22\n',
    );
  });

  it("is left out where nothing could be read, and with --quiet", () => {
    expect(last({ unreadable: 1 })).toBe("");
    expect(pretty.end(CLEAN, QUIET)).toBe("");
  });
});

it("cuts headings only where the line would be too long", () => {
  const found = finding({ rule: "required-missing", message: "blank", at: at(12, 13) });
  const [wide, narrow] = [80, 40].map((width) => printed(pretty, [result(ACME, [found])], CLEAN, { ...QUIET, width }));
  expect(wide).toContain("Scheduled Completion Date\n");
  expect(narrow).not.toContain("Scheduled Completion Date\n");
});

it("strips what nobody sees", () => {
  expect(printable("a\u200bb\u2060c\u2067d\u2069\u061c\u00ad")).toBe("abcd");
  expect(printable("👩\u200d💻")).toBe("👩\u200d💻");
});

it("strips what a terminal would obey", () => {
  const evil = "\u001b[31mred\u001b[0m\r\n\u0007\u009b2Jend\u202e";
  const found = finding({
    rule: "x",
    message: evil,
    at: at(12, 2),
    help: evil,
    cites: [evil],
    related: [{ at: at(12, 12), label: evil }],
  });
  const shown = printed(pretty, [result(acme({ 12: row(evil, evil) }), [found], `a${evil}.xlsx`)], CLEAN, QUIET);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(shown).toContain("[31mred[0m 2Jend");
  expect(shown).toContain(`'${OPEN}'!B12`);
});
