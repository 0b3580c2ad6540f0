import { reference } from "../model/cell.js";
import type { DiffReporter } from "./diff-run.js";
import { changeRecord, itemRecord, movedRecord, recordList } from "./item-records.js";
import { text } from "./json.js";

/** For programs: one document, version 1, to which keys may be added; a change or a breach a line. */
export const diffJson: DiffReporter = ({ before, now, template, diff }, { version }) => {
  const { added, closed, reopened, vanished, renumbered, regrouped, changes, broken, uncompared } = diff;
  const lists: Record<string, readonly unknown[]> = {
    added: added.map(itemRecord),
    closed: closed.map(movedRecord),
    reopened: reopened.map(movedRecord),
    vanished: vanished.map(itemRecord),
    renumbered: renumbered.map(movedRecord),
    regrouped: regrouped.map(movedRecord),
    changes: changes.map(changeRecord),
    broken: broken.map(({ invariant, item, message, at, was }) => {
      return { invariant, item, message, cell: reference(at), was: was ? reference(was) : null };
    }),
    uncompared: uncompared.map(({ side, heading, at }) => ({ side, heading, cell: reference(at) })),
  };
  const head = text({
    version: 1,
    tool: { name: "poam", version },
    before: { path: before, template: template.before },
    now: { path: now, template: template.now },
  });
  const body = Object.entries(lists).map(([name, records]) => `${text(name)}:${recordList(records)}`);
  const summary = text(Object.fromEntries(Object.entries(lists).map(([name, { length }]) => [name, length])));
  return `${head.slice(0, -1)},\n${body.join(",\n")},\n"summary":${summary}}\n`;
};
