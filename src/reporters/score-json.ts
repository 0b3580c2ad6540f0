import { reference } from "../model/cell.js";
import type { ScoredItem } from "../model/poam-score.js";
import { text } from "./json.js";
import type { ScoreReporter } from "./score-run.js";
import { limitsOf } from "./score-words.js";

/** For programs: one document, version 1, to which keys may be added. */
export const scoreJson: ScoreReporter = async ({ path, template, score }, { version }) => {
  const { asOf, notMet, uncounted, unread, ...figures } = score;
  const document = {
    version: 1,
    tool: { name: "poam", version },
    asOf,
    path,
    template,
    ...figures,
    notMet: notMet.map((one) => ({ ...one, items: one.items.map(itemRecord) })),
    uncounted: uncounted.map(itemRecord),
    unread: unread.map(itemRecord),
    limits: limitsOf(score),
  };
  return `${text(document, 2)}\n`;
};

function itemRecord({ at, ...item }: ScoredItem) {
  return { ...item, cell: reference(at) };
}
