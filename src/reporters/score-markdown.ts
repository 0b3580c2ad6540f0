import { markdownTable, plainMarkdown } from "./markdown-text.js";
import type { ScoreReporter } from "./score-run.js";
import { FAMILY_HEADINGS, familyRows, NOT_MET_HEADINGS, notMetRows } from "./score-tables.js";
import { closeoutWords, completionWords, conditionalWords, limitsOf, methodOf, scoreWords } from "./score-words.js";

/** For tickets and wikis. */
export const scoreMarkdown: ScoreReporter = async ({ path, score }) => {
  const { reasons } = score.conditional;
  const closeout = closeoutWords(score);
  const completion = completionWords(score);
  const facts = [
    `**Score**: ${scoreWords(score)}`,
    `**By**: ${methodOf(score)}`,
    `**Conditional status**: ${conditionalWords(score)}${reasons.map((one) => `\n  - ${plainMarkdown(one)}`).join("")}`,
    ...(closeout === undefined ? [] : [`**Closeout by**: ${closeout}`]),
    ...(completion === "" ? [] : [`**SPRS completion**: ${completion}`]),
  ];
  const notMet = score.notMet.length > 0 ? `## Not met\n\n${markdownTable(NOT_MET_HEADINGS, notMetRows(score))}\n` : "";
  return `# Score of ${plainMarkdown(path)} as of ${score.asOf}

${facts.map((one) => `- ${one}`).join("\n")}

## By family

${markdownTable(FAMILY_HEADINGS, familyRows(score))}
${notMet}## What a POA&amp;M cannot tell

${limitsOf(score)
  .map((one) => `- ${plainMarkdown(one)}`)
  .join("\n")}
`;
};
