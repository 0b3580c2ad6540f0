import { lint } from "../../src/lint.js";
import type { CellRef } from "../../src/model/cell.js";
import { addDays, type IsoDate } from "../../src/model/date.js";
import type { Evidence, SystemFacts, VerFacts } from "../../src/model/evidence.js";
import type { FieldName } from "../../src/model/field.js";
import type { Finding } from "../../src/model/finding.js";
import type { ItemState, PoamItem } from "../../src/model/item.js";
import type { Poam } from "../../src/model/poam.js";
import { PACKS } from "../../src/packs/index.js";
import type { OptionValue } from "../../src/rules/rule.js";
import { type Book, type BookName, type Companion, companions } from "./books.js";
import { columnOf, copyOf, type Grid, type Place, plantValue, readGrid } from "./register.js";

export type Row = Readonly<Partial<Record<FieldName, string>>>;

/** One defect, planted in an item drawn at random or, with `edit`, anywhere. */
export interface Plant {
  readonly rule: string;
  readonly books: readonly BookName[];
  /** Which items it may befall: open ones without deviation, dependency or directive unless said otherwise. */
  readonly of?: ItemState | ((item: PoamItem) => boolean);
  /** What is written into the item's cells; "" empties one. */
  readonly put?: Row | ((scene: Scene) => Row);
  readonly asText?: boolean;
  /** What stood there last month; `previous` is made of the workbook with this in it. */
  readonly last?: Row | ((scene: Scene) => Row);
  /** Alters the workbook otherwise; what it returns is where the finding must stand. */
  readonly edit?: (scene: Scene) => CellRef | undefined;
  /** The cell of the item, or with `heading` of the sheet's headings, that must be named; default: the first of `put`. */
  readonly at?: FieldName;
  readonly heading?: FieldName;
  readonly with?: readonly Companion[];
  readonly evidence?: (scene: Scene, clean: Evidence) => Evidence;
  readonly ver?: (scene: Scene) => VerFacts;
  readonly system?: SystemFacts;
  readonly packs?: readonly string[];
  readonly asOf?: IsoDate;
  /** For rules that no pack has on: severity and options. */
  readonly on?: { readonly options?: Readonly<Record<string, OptionValue>> };
  /** Rules that the same defect breaks in the same row, and elsewhere in the workbook. */
  readonly besides?: readonly string[];
  readonly elsewhere?: readonly string[];
}

/** The workbook in which a defect is being planted. */
export interface Scene {
  readonly grid: Grid;
  readonly clean: Poam;
  readonly book: Book;
  readonly item: PoamItem;
  readonly items: readonly PoamItem[];
  readonly asOf: IsoDate;
  /** The day that many days after the as-of date. */
  readonly day: (days: number) => IsoDate;
  readonly put: (place: Place, row: Row, asText?: boolean) => void;
  readonly headingOf: (field: FieldName) => CellRef;
  readonly header: (field: string, text: string) => CellRef;
}

export interface Outcome {
  readonly found: boolean;
  readonly expected: CellRef;
  readonly falseAlarms: readonly Finding[];
  readonly consequences: readonly Finding[];
}

/** Plants the defect in a copy of the book and says what lint makes of it. */
export function plantIn(book: Book, plant: Plant, random: (below: number) => number): Outcome {
  const grid = copyOf(book.grid);
  const clean = book.poam;
  const items = [...clean.items()];
  const fitting = items.filter((item) => befalls(plant, item));
  if (fitting.length === 0) throw new Error(`no item for ${plant.rule}`);
  const item = fitting[random(fitting.length)]!;
  const asOf = plant.asOf ?? book.asOf;
  const scene = sceneOf({ grid, clean, book, item, items, asOf });
  const row = typeof plant.put === "function" ? plant.put(scene) : (plant.put ?? {});
  scene.put(item, row, plant.asText);
  const place = plant.edit?.(scene);
  const findings = lintGrid(book, grid, plant, evidenceOf(scene, plant));
  const field = plant.at ?? (Object.keys(row)[0] as FieldName);
  const expected = place ?? (plant.heading ? scene.headingOf(plant.heading) : cellOf(clean, item, field));
  const isExpected = ({ rule, at }: Finding) => rule === plant.rule && isSame(at, expected);
  const isConsequence = ({ rule, at }: Finding) =>
    plant.elsewhere?.includes(rule) ||
    (plant.besides?.includes(rule) && at.sheet === item.sheet && rowsOf(item).includes(at.row));
  const others = findings.filter((finding) => !isExpected(finding));
  return {
    found: findings.some(isExpected),
    expected,
    falseAlarms: others.filter((finding) => !isConsequence(finding)),
    consequences: others.filter(isConsequence),
  };
}

/** What lint finds in a book as it is, with the companions that a plant needs. */
export function findingsIn(book: Book, plant: Plant): Finding[] {
  const evidence = companions(book, companionsOf(plant));
  // Where the day itself is the defect, the workbook was faultless on its own.
  return lintGrid(book, book.grid, { ...plant, asOf: book.asOf }, evidence);
}

export function companionsOf({ with: wanted = [], last, ver }: Plant): readonly Companion[] {
  return [...wanted, ...(last ? (["previous"] as const) : []), ...(ver ? (["ver"] as const) : [])];
}

function lintGrid(book: Book, grid: Grid, plant: Plant, evidence: Evidence): Finding[] {
  const ids = plant.packs ?? book.packs;
  return lint(readGrid(grid), {
    packs: ids.map((id) => PACKS.find((pack) => pack.id === id)!),
    asOf: plant.asOf ?? book.asOf,
    settings: plant.on ? { [plant.rule]: { severity: "error", ...plant.on } } : {},
    evidence,
    system: plant.system ?? {},
  });
}

function evidenceOf(scene: Scene, plant: Plant): Evidence {
  if (companionsOf(plant).length === 0) return {};
  const { book, item } = scene;
  const before = copyOf(book.grid);
  const last = typeof plant.last === "function" ? plant.last(scene) : plant.last;
  for (const [field, text] of Object.entries(last ?? {})) {
    plantValue(before, scene.clean, item, field as FieldName, text);
  }
  const clean = companions(book, companionsOf(plant), before);
  const items = new Map(clean.ver?.items);
  if (plant.ver) items.set(item.id!.text, { ...items.get(item.id!.text), ...plant.ver(scene) });
  const evidence = plant.ver ? { ...clean, ver: { items } } : clean;
  return plant.evidence?.(scene, evidence) ?? evidence;
}

function sceneOf(known: Pick<Scene, "grid" | "clean" | "book" | "item" | "items" | "asOf">): Scene {
  const { grid, clean, item, asOf } = known;
  return {
    ...known,
    day: (days) => addDays(asOf, days),
    put: (place, row, asText) => {
      // A form may have no column for what a plant says besides.
      for (const [field, text] of Object.entries(row) as [FieldName, string][]) {
        if (columnOf(clean, place.sheet, field)) plantValue(grid, clean, place, field, text, asText);
      }
    },
    headingOf: (field) => {
      const register = clean.registers.find(({ sheet }) => sheet === item.sheet)!;
      return { sheet: item.sheet, row: register.headingRow, column: columnOf(clean, item.sheet, field)! };
    },
    header: (field, text) => {
      const { sheet, row, column } = clean.header.find((cell) => cell.field === field)!.value;
      grid.sheets[sheet]![row]![column - 1] = /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : text || undefined;
      return { sheet, row, column };
    },
  };
}

function befalls({ of = isPlain }: Plant, item: PoamItem): boolean {
  return typeof of === "function" ? of(item) : item.state === of;
}

/** An open item of which nothing special is said. */
export function isPlain(item: PoamItem): boolean {
  const { state, status, vendorDependency, kevTracking, controls, id } = item;
  return (
    state === "open" &&
    id?.value !== undefined &&
    ["", "Ongoing", "Open", "In Progress"].includes(status?.text ?? "") &&
    ![item.riskAdjustment, item.falsePositive, item.operationalRequirement, vendorDependency, kevTracking].some(
      (cell) => cell?.value === "Yes" || cell?.value === "Pending",
    ) &&
    controls?.text !== "CM-6" &&
    controls?.text !== "SC.L2-3.13.11"
  );
}

function cellOf(poam: Poam, { sheet, row }: Place, field: FieldName): CellRef {
  return { sheet, row, column: columnOf(poam, sheet, field)! };
}

function rowsOf(item: PoamItem): readonly number[] {
  return [item.row, ...item.continuations.map(({ row }) => row)];
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
