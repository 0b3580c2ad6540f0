// biome-ignore-all format: a table reads best with one plant a line
import type { CellRef } from "../../src/model/cell.js";
import { addDays } from "../../src/model/date.js";
import type { FieldName } from "../../src/model/field.js";
import type { PoamItem } from "../../src/model/item.js";
import type { BookName } from "./books.js";
import { isPlain, type Plant, type Scene } from "./plant.js";
import { columnOf } from "./register.js";

const FEDRAMP: readonly BookName[] = ["fedramp-2.1", "fedramp-3.0"];
const WITH_LAYOUT: readonly BookName[] = [...FEDRAMP, "emass-navy"];
const VDR = { packs: ["fedramp-vdr"], system: { class: "C" } } as const;
const MAIN = ({ clean }: Scene) => clean.registers[0]!;

/** Writes a text into a cell of the main sheet; "" empties it. */
function write({ grid }: Scene, { sheet, row, column }: CellRef, text: string): CellRef {
  const cells = (grid.sheets[sheet]![row] ??= []);
  cells[column - 1] = text || undefined;
  return { sheet, row, column };
}

/** The first free column of the headings. */
function beyond(scene: Scene): CellRef {
  const { sheet, headingRow } = MAIN(scene);
  return { sheet, row: headingRow, column: scene.grid.sheets[sheet]![headingRow]!.length + 1 };
}

/** Gives the sheets in another order or under other names. */
function tabs({ grid }: Scene, change: (sheets: [string, Scene["grid"]["sheets"][string]][]) => typeof sheets): void {
  const changed = change(Object.entries(grid.sheets));
  for (const name of Object.keys(grid.sheets)) delete grid.sheets[name];
  for (const [name, rows] of changed) grid.sheets[name] = rows;
}

function every(scene: Scene, test: (item: PoamItem) => boolean, row: (index: number, item: PoamItem) => Partial<Record<FieldName, string>>): void {
  for (const [index, item] of scene.items.filter(test).entries()) scene.put(item, row(index, item));
}

const isOpen = ({ state }: PoamItem) => state === "open";
const place = (scene: Scene, { sheet, row }: PoamItem, field: FieldName): CellRef => ({ sheet, row, column: columnOf(scene.clean, sheet, field)! });
const first = (sheet: string): CellRef => ({ sheet, row: 1, column: 1 });

/** An open item that stands after another plain one. */
const later = (item: PoamItem) => isPlain(item) && item.row > 14;
const another = ({ items, item }: Scene) => items.find((one) => isPlain(one) && one.row !== item.row && one.sheet === item.sheet)!;

/** Gives the generic register a column of dependencies, and the item an entry in it. */
function depends(scene: Scene, on: string, from: PoamItem = scene.item): CellRef {
  const heading = "Dependencies";
  const { sheet, headingRow } = MAIN(scene);
  const cells = scene.grid.sheets[sheet]![headingRow]!;
  const column = cells.includes(heading) ? cells.indexOf(heading) + 1 : cells.length + 1;
  write(scene, { sheet, row: headingRow, column }, heading);
  return write(scene, { sheet, row: from.row, column }, on);
}

/** Milestones without a day. */
const undated = { milestones: "Test, then roll out" };

/** Defects of the form, of the register as a whole, and those that show beside other documents. */
export const WORKBOOK_PLANTS: readonly Plant[] = [
  // The form.
  { rule: "template-outdated", books: ["fedramp-2.1"], packs: ["fedramp-rev5"], asOf: "2025-11-18", elsewhere: ["overdue", "milestone-overdue"], edit: (scene) => first(MAIN(scene).sheet) },
  { rule: "form-superseded", books: FEDRAMP, ...VDR, with: ["ver"], asOf: "2026-12-07", elsewhere: ["acceptance-due", "remediation-late"], edit: (scene) => first(MAIN(scene).sheet) },
  { rule: "sheet-missing", books: FEDRAMP, edit: (scene) => { delete scene.grid.sheets["Closed POA&M Items"]; return first(Object.keys(scene.grid.sheets)[0]!); } },
  { rule: "sheet-renamed", books: FEDRAMP, edit: (scene) => { tabs(scene, (all) => all.map(([name, rows]) => [name === "Closed POA&M Items" ? "Closed" : name, rows])); return first("Closed"); } },
  { rule: "sheet-extra", books: ["emass-navy"], edit: (scene) => { scene.grid.sheets.Pivot = { 1: ["Sums"] }; return first("Pivot"); } },
  { rule: "sheet-not-first", books: ["emass-navy"], edit: (scene) => { tabs(scene, (all) => [...all.slice(1), all[0]!]); return first(MAIN(scene).sheet); } },
  { rule: "banner-missing", books: ["emass-navy"], edit: (scene) => write(scene, first(MAIN(scene).sheet), "") },
  { rule: "heading-missing", books: WITH_LAYOUT, edit: (scene) => write(scene, scene.headingOf("comments"), "") },
  { rule: "heading-altered", books: WITH_LAYOUT, edit: (scene) => write(scene, scene.headingOf("comments"), "Comments\n(internal)") },
  { rule: "heading-extra", books: WITH_LAYOUT, edit: (scene) => write(scene, beyond(scene), "Jira ticket") },
  { rule: "heading-duplicated", books: [...WITH_LAYOUT, "cmmc", "generic"], edit: (scene) => write(scene, beyond(scene), "Comments") },
  { rule: "heading-moved", books: WITH_LAYOUT, edit: (scene) => {
      const { sheet } = MAIN(scene);
      const [a, b] = [scene.headingOf("comments").column - 1, scene.headingOf("description").column - 1];
      for (const cells of Object.values(scene.grid.sheets[sheet]!)) {
        const [moved] = cells.splice(a, 1);
        while (cells.length < b) cells.push(undefined);
        cells.splice(b, 0, moved);
      }
      return { ...scene.headingOf("comments"), column: b + 1 };
    } },
  { rule: "heading-row-displaced", books: ["emass-navy"], edit: (scene) => {
      const { sheet, headingRow } = MAIN(scene);
      const rows = scene.grid.sheets[sheet]!;
      scene.grid.sheets[sheet] = Object.fromEntries(Object.entries(rows).map(([row, cells]) => [Number(row) < headingRow ? row : Number(row) + 2, cells]));
      return { sheet, row: headingRow + 2, column: 2 };
    } },
  { rule: "element-missing", books: ["generic"], edit: (scene) => write(scene, scene.headingOf("source"), "Wherefrom") && { ...scene.headingOf("id") } },
  { rule: "example-left-in", books: ["fedramp-2.1"], edit: (scene) => {
      const { sheet, headingRow } = MAIN(scene);
      const column = scene.headingOf("id").column;
      write(scene, { sheet, row: headingRow + 3, column: scene.headingOf("weakness").column }, "Port left open");
      return write(scene, { sheet, row: headingRow + 3, column }, "V-1Example");
    } },
  { rule: "guidance-missing", books: ["fedramp-3.0"], edit: (scene) => {
      const { sheet, headingRow } = MAIN(scene);
      for (const row of [6, 7, 8]) delete scene.grid.sheets[sheet]![row];
      return { sheet, row: headingRow, column: 2 };
    } },
  { rule: "guidance-overwritten", books: ["fedramp-3.0"], edit: (scene) => {
      const { sheet } = MAIN(scene);
      const rows = scene.grid.sheets[sheet]!;
      rows[8] = rows[8]!.map((cell, i) => (i > 0 ? (rows[scene.item.row]![i] ?? cell) : cell));
      delete rows[scene.item.row];
      return { sheet, row: 8, column: 2 };
    } },
  { rule: "header-missing", books: FEDRAMP, edit: (scene) => {
      const { sheet } = MAIN(scene);
      for (const row of [2, 3, 4]) delete scene.grid.sheets[sheet]![row];
      return first(sheet);
    } },
  { rule: "header-unfilled", books: ["fedramp-2.1"], edit: (scene) => scene.header("organization", "") },
  // The guidance above the blank cell is what is read.
  { rule: "header-unfilled", books: ["fedramp-3.0"], edit: (scene) => ({ ...scene.header("organization", ""), row: 3 }) },
  { rule: "header-value-unknown", books: FEDRAMP, edit: (scene) => scene.header("impactLevel", "Medium") },
  { rule: "poam-date-unreadable", books: FEDRAMP, edit: (scene) => scene.header("poamDate", "March 2026") },
  { rule: "poam-date-in-future", books: FEDRAMP, edit: (scene) => scene.header("poamDate", scene.day(1)) },
  { rule: "poam-date-outdated", books: FEDRAMP, edit: (scene) => scene.header("poamDate", scene.day(-40)), elsewhere: ["detected-after-submission"] },
  { rule: "detected-after-submission", books: ["cmmc", "generic"], edit: (scene) => {
      scene.header("poamDate", scene.day(-2));
      scene.put(scene.item, { detectedOn: scene.day(-1) });
      return place(scene, scene.item, "detectedOn");
    } },
  { rule: "formula-replaced", books: FEDRAMP, of: later, edit: (scene) => {
      const { sheet, row, column } = place(scene, scene.item, "scheduledCompletion");
      scene.grid.sheets[sheet]![row]![column - 1] = { date: scene.item.scheduledCompletion!.value! };
      return { sheet, row, column };
    } },
  { rule: "formula-without-result", books: FEDRAMP, put: { scheduledCompletion: "=L9+30" } },
  { rule: "documentation-incomplete", books: ["fedramp-3.0"], edit: (scene) => {
      const [sheet, rows] = Object.entries(scene.grid.sheets).find(([name]) => /^PL-2/.test(name))!;
      const row = Math.max(...Object.keys(rows).map(Number));
      const column = rows[row]!.length;
      rows[row]![column - 1] = "soon";
      return { sheet, row, column };
    } },

  // The register as a whole.
  { rule: "duplicate-id", books: [...FEDRAMP, "cmmc", "generic", "emass-navy"], of: later, put: (scene) => ({ id: another(scene).id!.text }) },
  { rule: "weakness-listed-twice", books: FEDRAMP, of: later, put: (scene) => {
      const twin = another(scene);
      return Object.fromEntries((["weakness", "sourceIdentifier", "assets", "detectedOn", "scheduledCompletion", "originalRating", "milestones", "cves"] as const).map((field) => [field, twin[field]?.text ?? ""]));
    }, at: "id" },
  { rule: "service-name-missing", books: ["fedramp-2.1"], put: { serviceName: "" } },
  { rule: "no-scanner-findings", books: FEDRAMP, edit: (scene) => {
      every(scene, () => true, () => ({ source: "Annual assessment", sourceIdentifier: "AR-7", cves: "" }));
      return scene.headingOf("source");
    }, elsewhere: ["answer-without-detail"] },
  { rule: "dates-bunched", books: ["cmmc", "generic"], edit: (scene) => {
      every(scene, isOpen, () => ({ scheduledCompletion: "2026-07-30" }));
      return scene.headingOf("scheduledCompletion");
    } },
  { rule: "written-at-once", books: ["generic"], edit: (scene) => {
      every(scene, () => true, (index, { state, statusDate }) => ({ detectedOn: scene.day(-300 - index), statusDate: scene.day(-2), ...(state === "closed" && { completedOn: scene.day(-250), milestoneChanges: "", statusDate: statusDate!.text && scene.day(-2) }) }));
      return scene.headingOf("statusDate");
    } },
  { rule: "too-many-overdue", books: FEDRAMP, edit: (scene) => {
      every(scene, isPlain, (index) => (index < 6 ? { originalRating: "High", detectedOn: scene.day(-40), scheduledCompletion: scene.day(-10) } : {}));
      return scene.headingOf("originalRating");
    }, elsewhere: ["overdue", "milestone-after-due"] },
  { rule: "manual-item-missing", books: FEDRAMP, put: { weakness: "PHP Unsupported Version Detection" } },
  { rule: "configuration-umbrella-controls", books: FEDRAMP, of: (item) => isOpen(item) && item.controls?.text === "CM-6", put: { controls: "CM-6, AC-8" } },
  { rule: "configuration-umbrella-missing", books: FEDRAMP, of: (item) => isOpen(item) && item.controls?.text === "CM-6", edit: (scene) => {
      delete scene.grid.sheets[scene.item.sheet]![scene.item.row];
      const { sheet, headingRow, columns } = scene.clean.registers.find(({ state }) => state === "configuration")!;
      return { sheet, row: headingRow, column: columns[0]!.column };
    } },
  { rule: "configuration-umbrella-left-open", books: FEDRAMP, of: (item) => isOpen(item) && item.controls?.text === "CM-6", edit: (scene) => {
      for (const { state, sheet, row } of scene.items) if (state === "configuration") delete scene.grid.sheets[sheet]![row];
      return place(scene, scene.item, "id");
    } },
  { rule: "dependency-unknown", books: ["generic"], edit: (scene) => depends(scene, "R-999") },
  { rule: "dependency-circular", books: ["generic"], of: later, edit: (scene) => {
      const other = another(scene);
      for (const one of [scene.item, other]) scene.put(one, { scheduledCompletion: scene.day(160) });
      const [one, two] = [depends(scene, other.id!.text), depends(scene, scene.item.id!.text, other)];
      return one.row < two.row ? one : two;
    } },
  { rule: "due-before-dependency", books: ["generic"], of: later, edit: (scene) => {
      const other = another(scene);
      depends(scene, other.id!.text);
      scene.put(other, { scheduledCompletion: addDays(scene.item.scheduledCompletion!.value!, 20) });
      return place(scene, scene.item, "scheduledCompletion");
    } },
  { rule: "requirement-repeated", books: ["cmmc", "cmmc-l3"], of: (item) => isOpen(item) && item.controls?.text !== "SC.L2-3.13.11" && item.row > 8, put: ({ items }) => ({ controls: items[0]!.controls!.text }) },
  { rule: "score-too-low", books: ["cmmc"], edit: (scene) => {
      const closed = scene.items.find(({ state }) => state === "closed")!;
      scene.put(closed, { status: "Open", statusDate: scene.day(-3), scheduledCompletion: "2026-06-30", completedOn: "" });
      return scene.headingOf("controls");
    } },
  { rule: "score-too-low", books: ["cmmc-l3"], edit: (scene) => {
      const closed = scene.items.find(({ state }) => state === "closed")!;
      scene.put(closed, { status: "Open", statusDate: scene.day(-3), scheduledCompletion: "2026-06-30", completedOn: "" });
      return scene.headingOf("controls");
    } },
  { rule: "revisions-mixed", books: ["cmmc"], put: { controls: "03.01.09" } },
  { rule: "conditional-dates-differ", books: ["cmmc", "cmmc-l3"], of: (item) => isOpen(item) && item.row > 8, put: { conditionalStatusDate: "2026-02-19" } },
  { rule: "conditional-expired", books: ["cmmc", "cmmc-l3"], edit: (scene) => {
      every(scene, () => true, () => ({ conditionalStatusDate: "2025-09-01" }));
      return place(scene, scene.items.find(isOpen)!, "conditionalStatusDate");
    }, elsewhere: ["due-after-closeout"] },
  { rule: "due-after-posted-date", books: ["cmmc"], packs: ["nist-800-171"], system: { sprsCompletionDate: "2026-12-31" }, put: { scheduledCompletion: "2027-01-04" } },

  // Beside last month's POA&M.
  { rule: "archived-item-changed", books: ["emass-navy"], last: { status: "Archived" }, edit: (scene) => place(scene, scene.item, "status") },
  { rule: "item-vanished", books: FEDRAMP, with: ["previous"], edit: (scene) => {
      delete scene.grid.sheets[scene.item.sheet]![scene.item.row];
      return scene.headingOf("id");
    } },
  { rule: "id-edited", books: ["emass-navy"], with: ["previous"], put: { id: "9042" } },
  { rule: "id-reused", books: FEDRAMP, last: { weakness: "Weak ciphers", sourceIdentifier: "70658", detectedOn: "2025-01-12", assets: "old-01" }, edit: (scene) => place(scene, scene.item, "id") },
  { rule: "detection-date-changed", books: FEDRAMP, last: ({ item }) => ({ detectedOn: addDays(item.detectedOn!.value!, -4) }), edit: (scene) => place(scene, scene.item, "detectedOn") },
  { rule: "due-date-changed", books: FEDRAMP, last: ({ item }) => ({ scheduledCompletion: addDays(item.scheduledCompletion!.value!, -4) }), edit: (scene) => place(scene, scene.item, "scheduledCompletion") },
  { rule: "date-moved-unexplained", books: ["emass-navy", "cmmc", "generic"], last: ({ item }) => ({ scheduledCompletion: addDays(item.scheduledCompletion!.value!, -4) }), edit: (scene) => place(scene, scene.item, "scheduledCompletion") },
  { rule: "milestone-rewritten", books: ["fedramp-2.1"], last: ({ item }) => ({ milestones: item.milestones!.text.replace(/(?<=\(2\) )[\d-]{10}/, "2025-10-30") }), edit: (scene) => place(scene, scene.item, "milestones") },
  { rule: "unchanged-since-last-month", books: ["cmmc", "generic"], last: ({ day }) => ({ statusDate: day(-33), ...undated }), put: undated, at: "id", besides: ["no-interim-milestone"] },

  // Beside the companion documents.
  { rule: "asset-not-in-inventory", books: FEDRAMP, with: ["inventory"], put: { assets: "lost-01" } },
  { rule: "public-asset-called-internal", books: FEDRAMP, of: (item) => isOpen(item) && item.riskAdjustment?.value === "Yes", with: ["inventory"], evidence: (scene, clean) => {
      const { item } = scene;
      const inventory = clean.inventory!;
      const hosts = new Set(item.assets!.value!.map(({ name }) => name));
      return { ...clean, inventory: { ...inventory, items: () => [...inventory.items()].map((asset) => (hosts.has(asset.assets!.text) ? Object.create(asset, { assetPublic: { value: { ...asset.assetPublic, value: "Yes", text: "Yes" } } }) : asset)) } };
    }, put: { deviationRationale: "Risk Adjustment : The hosts are internal-facing only." } },
  { rule: "deviation-request-differs", books: FEDRAMP, of: (item) => isOpen(item) && item.operationalRequirement?.value === "Pending", with: ["deviations"], put: { cves: "CVE-2026-4711" } },
  { rule: "deviation-request-unmatched", books: FEDRAMP, of: (item) => isOpen(item) && item.falsePositive?.value === "Pending", with: ["deviations"], edit: (scene) => {
      scene.put(scene.item, { id: "V-977" });
      return scene.headingOf("id");
    } },
  { rule: "risk-exposure-differs", books: FEDRAMP, with: ["riskExposure"], put: { controls: "CM-2" } },
  { rule: "risk-exposure-unmatched", books: FEDRAMP, with: ["riskExposure"], edit: (scene) => {
      delete scene.grid.sheets[scene.item.sheet]![scene.item.row];
      return scene.headingOf("id");
    } },
  { rule: "kev-mismatch", books: FEDRAMP, of: (item) => item.kevTracking?.value === "Yes", with: ["kev"], put: ({ item }) => ({ kevDueDate: addDays(item.kevDueDate!.value!, 5) }) },
  { rule: "kev-mismatch", books: ["fedramp-2.1"], of: (item) => item.kevTracking?.value === "Yes", with: ["kev"], put: { kevTracking: "No" } },

  // The rules of 2026, beside the sidecar.
  { rule: "ver-facts-missing", books: FEDRAMP, ...VDR, with: ["ver"], evidence: (scene, clean) => ({ ...clean, ver: { items: new Map([...clean.ver!.items].filter(([id]) => id !== scene.item.id!.text)) } }), edit: (scene) => scene.headingOf("id") },
  { rule: "evaluation-late", books: FEDRAMP, ...VDR, ver: ({ item }) => ({ evaluatedOn: addDays(item.detectedOn!.value!, 7) }), edit: (scene) => place(scene, scene.item, "detectedOn") },
  { rule: "acceptance-due", books: FEDRAMP, ...VDR, of: (item) => isPlain(item), put: ({ day }) => ({ detectedOn: day(-201) }), ver: ({ day }) => ({ evaluatedOn: day(-200) }), at: "operationalRequirement" },
  { rule: "mitigation-overdue", books: FEDRAMP, ...VDR, ver: ({ day }) => ({ evaluatedOn: day(-10), likelyExploitable: true, internetReachable: true, rating: 4, explanation: "Waits for a window." }), put: ({ day }) => ({ detectedOn: day(-12) }), at: "scheduledCompletion" },
  { rule: "overdue-unexplained", books: FEDRAMP, ...VDR, ver: ({ day }) => ({ evaluatedOn: day(-10), likelyExploitable: true, internetReachable: true, rating: 4 }), put: ({ day }) => ({ detectedOn: day(-12) }), at: "id", besides: ["mitigation-overdue"] },
  { rule: "remediation-late", books: FEDRAMP, ...VDR, on: {}, ver: () => ({ publiclyExposed: true, automatable: true, technicalImpact: "total" }), edit: (scene) => place(scene, scene.item, "kevDueDate") },
];
