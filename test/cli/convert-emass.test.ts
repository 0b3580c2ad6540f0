import { expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "./memory-host.js";

/** A provider's register: controls parted by commas, changes of milestones in one cell, the day of completion in its own column. */
const REGISTER = JSON.stringify({
  version: 1,
  controlNotation: "800-53",
  items: [
    {
      fields: { id: "V-1", weakness: "TLS 1.0", controls: "AC-2, SC-8 (1)", sourceIdentifier: "19506, 21745" },
      milestones: [
        {
          milestoneDescription: "Patch",
          milestoneDue: "2026-03-01",
          milestoneChanges: "(1) 2026-02-01 : moved\n\n(2) 2026-04-01 : moved again",
        },
        { milestoneDescription: "Retest", milestoneDue: "2026-05-01" },
      ],
    },
    {
      state: "closed",
      fields: {
        id: "V-2",
        weakness: "Old SSH",
        controls: "AC-2 and AC-3",
        status: "Completed",
        completedOn: "2025-11-13",
      },
      milestones: [{ milestones: "(1) 2025-10-01 : Patch\n\n(2) 2025-11-01 : Test" }],
    },
  ],
});

/** What our own lint must not say of what we wrote. */
const OURS = ["separator-unexpected", "milestones-in-one-cell", "milestone-date-not-last", "completion-undated"];

async function poam(args: string, files: Record<string, string | Buffer>) {
  const host = memoryHost({ files });
  await main([...args.split(" "), "--as-of", "2026-03-31"], host);
  return { host, out: host.out() };
}

it.each([
  ["emass-2020", true],
  ["emass-navy-2023", true],
  ["emass-navy-2024", true],
  ["emass-navy-2026", false],
  ["emass-army-2026", false],
  ["emass-marine-2026", false],
])("%s is written as eMASS reads it, and its completion date comes back", async (form, isClassic) => {
  const made = await poam(`convert a.json --to ${form} -o out.xlsx`, { "/home/me/a.json": REGISTER });
  const files = { "/home/me/out.xlsx": await made.host.files.read("/home/me/out.xlsx") };
  const { findings } = JSON.parse((await poam("lint out.xlsx -f json", files)).out).files[0];
  expect(findings.map(({ rule }: { rule: string }) => rule).filter((rule: string) => OURS.includes(rule))).toEqual([]);
  const { items } = JSON.parse((await poam("convert out.xlsx --to json", files)).out);
  expect(items[0].fields.sourceIdentifier).toBe("19506; 21745");
  expect(items[1].fields).toMatchObject({ status: "Completed", completedOn: "2025-11-13" });
  if (isClassic) {
    expect(items[0].milestones.map(({ milestoneChanges }: Record<string, string>) => milestoneChanges)).toEqual([
      "(1) moved 02/01/2026",
      "(2) moved again 04/01/2026",
    ]);
  }
  if (form !== "emass-2020" && form !== "emass-navy-2023") {
    expect(items.map(({ fields }: { fields: Record<string, string> }) => fields.controls)).toEqual([
      "AC-2; SC-8 (1)",
      "AC-2; AC-3",
    ]);
  }
});
