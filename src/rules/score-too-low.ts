import { type NotMet, scoreOf } from "../catalogs/score.js";
import type { CellRef } from "../model/cell.js";
import type { Poam, RegisterColumn } from "../model/poam.js";
import { isOfAssessment, isPartial, levelOf, requirementsIn } from "./requirements.js";
import { rule, wholePoam } from "./rule.js";

const ONE_POINTERS = [3, 4, 6, 7, 8, 9, 10, 11, 14, 15, 21].map((number) => `AC.L2-3.1.${number}`);
const TWELVE_MORE = [
  ...["AT.L2-3.2.3", "AU.L2-3.3.3", "AU.L2-3.3.4", "AU.L2-3.3.6", "AU.L2-3.3.7", "AU.L2-3.3.8"],
  ...["AU.L2-3.3.9", "CM.L2-3.4.3", "CM.L2-3.4.4", "CM.L2-3.4.9", "IA.L2-3.5.4"],
];
const TWENTY_TWO = [...ONE_POINTERS, ...TWELVE_MORE].map((controls) => ({ controls }));

export default rule({
  id: "score-too-low",
  summary: "The open requirements cost more points than a Conditional status allows",
  why: "A Conditional status needs four fifths of the score. Below that there is no status to close out, and the plan cannot be what it claims to be.",
  help: "Meet requirements until the score is reached; those of most points first.",
  severity: "error",
  options: { level: { summary: "the level that the POA&M is for, where the config does not say: 2 or 3", default: 2 } },
  examples: [
    { title: "22 points are the most", template: "cmmc", rows: TWENTY_TWO },
    {
      title: "23 are too many; closed items and repeated ones cost nothing",
      template: "cmmc",
      rows: [
        ...TWENTY_TWO,
        { controls: "AC.L2-3.1.3" },
        { controls: "IA.L2-3.5.5", status: "Completed" },
        { controls: "IA.L2-3.5.6" },
      ],
      says: ["the open requirements cost 23 points: the score is at most 87 of 110, and 88 is needed"],
    },
    {
      title: "Level 3 allows four",
      template: "cmmc",
      options: { level: 3 },
      rows: ["AC.L3-3.1.2e", "AC.L3-3.1.3e", "AT.L3-3.2.1e", "AT.L3-3.2.2e"].map((controls) => ({ controls })),
    },
    {
      template: "cmmc",
      system: { cmmcLevel: 3 },
      rows: ["AC.L3-3.1.2e", "AC.L3-3.1.3e", "AT.L3-3.2.1e", "AT.L3-3.2.2e", "3.4.1e"].map((controls) => ({
        controls,
      })),
      says: ["the open requirements cost 5 points: the score is at most 19 of 24, and 20 is needed"],
    },
    {
      title: "the operational plan of action has no score",
      template: "cmmc",
      system: { kind: "operational" },
      rows: ["3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.3.1"].map((controls) => ({ controls })),
    },
  ],
  check: wholePoam((poam, context) => {
    const level = levelOf(context);
    if (!isOfAssessment(context) || (level !== 2 && level !== 3)) return undefined;
    const open: NotMet[] = [];
    for (const item of poam.items()) {
      if (item.state !== "open") continue;
      for (const requirement of requirementsIn(item)) {
        // Where the row does not tell the partly met case from the other, the milder one is taken: "at most".
        open.push({ id: requirement.id, partial: isPartial(item, requirement) !== false });
      }
    }
    const { maximum, needed, lost, points } = scoreOf(level, open);
    if (points >= needed) return undefined;
    return {
      at: headingOf(poam),
      message: `the open requirements cost ${lost} points: the score is at most ${points} of ${maximum}, and ${needed} is needed`,
    };
  }),
});

/** The heading over the requirements. */
function headingOf({ registers }: Poam): CellRef {
  const { sheet, headingRow, columns } = registers.find(({ columns }) => columns.some(isControls))!;
  return { sheet, row: headingRow, column: columns.find(isControls)!.column };
}

function isControls({ field }: RegisterColumn): boolean {
  return field === "controls";
}
