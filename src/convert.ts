import { carry } from "./convert/carry.js";
import { formulasLeft } from "./convert/formulas-left.js";
import { joinCarried } from "./convert/join.js";
import { lossTally } from "./convert/losses.js";
import { place } from "./convert/place.js";
import type { Carried } from "./model/carried-item.js";
import type { ItemClash, LossReport } from "./model/losses.js";
import type { ItemSheet, Placed } from "./model/placed.js";
import type { Poam } from "./model/poam.js";
import type { Template } from "./model/template.js";
import { untoldStates, untoldWords } from "./model/untold-states.js";

/** A workbook to be converted, and the path that reports name it by. */
export interface ConversionSource {
  readonly path: string;
  readonly poam: Poam;
}

/** The items of all sources, ready for any target. */
export interface Gathered {
  readonly carried: Carried;
  readonly from: LossReport["from"];
  readonly clashes: readonly ItemClash[];
  readonly notes: readonly string[];
}

/** What a form's sheets are to hold, and what became of each value on the way. */
export interface LaidOut {
  readonly placed: Placed;
  readonly losses: LossReport;
}

/** Takes the items out of their workbooks, and joins those of several. */
export function gather(sources: readonly ConversionSource[]): Gathered {
  const all = sources.map(({ path, poam }) => ({ path, template: poam.template.id, carried: carry(poam) }));
  const { carried, clashes, notes } = joinCarried(all);
  const left = sources.flatMap(({ path, poam }) => sheetsLeft(poam, sources.length > 1 ? ` of ${path}` : ""));
  const untold = sources.flatMap(({ path, poam }) => {
    const states = untoldStates(poam);
    return states ? [`${path} has no status column: ${untoldWords(states)}`] : [];
  });
  const worked = sources.flatMap(({ path, poam }) => {
    const count = formulasLeft(poam);
    if (count === 0) return [];
    const cells = count === 1 ? "1 cell holds a formula" : `${count.toLocaleString("en-US")} cells hold formulas`;
    return [
      `${cells}${sources.length > 1 ? ` in ${path}` : ""}: what was last worked out goes along, the formula does not`,
    ];
  });
  return {
    carried,
    from: all.map(({ path, template, carried }) => ({ path, template, ...counted(carried) })),
    clashes,
    notes: [...notes, ...untold, ...worked, ...left],
  };
}

/** Lays all items out on the sheets of a form of which a cell holds so many characters. */
export function layOutItems(
  { carried, from, clashes, notes }: Gathered,
  target: { readonly template: Template; readonly sheets: readonly ItemSheet[]; readonly cell: number },
): LaidOut {
  const { template, sheets, cell } = target;
  const losses = lossTally();
  const placed = place(carried, sheets, template, { cell }, losses);
  return { placed, losses: { from, to: template.id, ...counted(carried), ...losses.report(), clashes, notes } };
}

/** The report on a target that has a place for everything: each value is carried as it is. */
export function nothingLost({ carried, from, clashes, notes }: Gathered, to: string): LossReport {
  const losses = lossTally();
  for (const [field, value] of carried.header)
    losses.carried(undefined, { ...value, heading: `header: ${value.heading}` }, `header.${field}`);
  for (const item of carried.items) {
    for (const values of [item.fields, ...item.milestones]) {
      for (const [field, value] of values) {
        losses.carried(field, value, field);
        if (value.rule !== undefined) losses.changed(field, value, undefined, value.rule, false);
      }
    }
    for (const other of item.others) losses.carried(undefined, other, other.heading);
  }
  for (const cell of carried.unread) losses.dropped(cell.field, cell, cell.why);
  return { from, to, ...counted(carried), ...losses.report(), clashes, notes };
}

/** A document's deficiency is no item to lint and status, either. */
function counted({ items }: Carried): Pick<LossReport, "items" | "documents"> {
  const documents = items.filter(({ state }) => state === "documentation").length;
  return { items: items.length - documents, ...(documents > 0 && { documents }) };
}

function sheetsLeft({ workbook, registers }: Poam, of: string): string[] {
  const read = new Set(registers.map(({ sheet }) => sheet));
  if (workbook.made) return [...workbook.made.notes];
  const left = workbook.sheets.filter(({ name, rowCount }) => !read.has(name) && rowCount > 0);
  return left.map(({ name }) => `the sheet '${name}'${of} holds no items and does not go along`);
}
