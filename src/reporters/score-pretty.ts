import { printable, wrapped } from "./printable.js";
import type { ScoreReporter } from "./score-run.js";
import { FAMILY_HEADINGS, familyRows, NOT_MET_HEADINGS, notMetRows } from "./score-tables.js";
import { closeoutWords, completionWords, conditionalWords, limitsOf, methodOf, scoreWords } from "./score-words.js";
import { table } from "./table.js";

/** For people: the score, what it allows, and where the points are lost. */
export const scorePretty: ScoreReporter = async ({ path, score }, { paint, width }) => {
  const facts = [
    ["score", scoreWords(score)],
    ["by", methodOf(score)],
    ["Conditional status", conditionalWords(score)],
    ...score.conditional.reasons.map((reason) => ["", `- ${reason}`]),
    ["closeout by", closeoutWords(score) ?? ""],
    ["SPRS completion", completionWords(score)],
    ["as of", score.asOf],
  ].filter(([, text]) => text !== "");
  const lines = [paint.strong(printable(path)), ...facts.flatMap(([name, text]) => fact(name!, text!, width)), ""];
  const families = await table(FAMILY_HEADINGS, familyRows(score), width);
  const notMet = score.notMet.length > 0 ? `\n${await table(NOT_MET_HEADINGS, notMetRows(score), width)}` : "";
  const limits = limitsOf(score).flatMap((one) => wrapped(`- ${one}`, width, "  "));
  return `${lines.join("\n")}\n${families}${notMet}\nWhat a POA&M cannot tell:\n${limits.join("\n")}\n`;
};

const NAMES = 20;

function fact(name: string, text: string, width: number): string[] {
  const indent = " ".repeat(NAMES + 2);
  const [first = "", ...rest] = wrapped(text, width, indent);
  return [`  ${name.padEnd(NAMES)}${first.slice(indent.length)}`, ...rest];
}
