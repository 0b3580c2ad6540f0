import { dateOrderEvidence } from "../codecs/date.js";
import { rearmed } from "../model/disarm.js";
import type { VerFacts, VerSidecar } from "../model/evidence.js";
import { isFullAddress } from "../model/full-address.js";
import { UserError } from "../model/user-error.js";
import type { GapFact, VerGap, VerItem } from "../model/ver-report.js";
import type { Sheet, Workbook } from "../model/workbook.js";
import { FACT_COLUMNS, type FactColumn, factColumn, folded, isUnsaid } from "./fact-columns.js";

/**
 * What a person is to fill in, as a table with its headings: a row for each item with a gap, known facts in their columns, blanks
 * where something may be filled in, `n/a` where nothing can. `Missing` names the columns without which a report is incomplete.
 */
export function missingTable(gaps: readonly VerGap[]): readonly (readonly string[])[] {
  const rows = new Map<string, { readonly item: VerItem; readonly facts: Set<GapFact> }>();
  for (const { item, fact } of gaps) {
    if (!item) continue;
    const row = rows.get(item.key) ?? { item, facts: new Set() };
    rows.set(item.key, row);
    row.facts.add(fact);
  }
  const isUriMissing = gaps.some(({ fact }) => fact === "certificationPackageOverviewUri");
  return [
    [ID, PLACE, MISSING, ...FACT_COLUMNS.map(({ heading }) => heading), URI],
    ...(isUriMissing ? [[WHOLE, "", URI, ...FACT_COLUMNS.map(() => NONE), ""]] : []),
    ...[...rows.values()].map(({ item, facts }) => [
      item.id ?? "",
      item.key === item.id ? "" : item.key,
      FACT_COLUMNS.flatMap(({ fact, heading }) => (facts.has(fact) ? [heading] : [])).join(", "),
      ...FACT_COLUMNS.map((column) => shown(column, item, facts)),
      NONE,
    ]),
  ];
}

/** Reads that table, filled in: the first sheet of a CSV file or a workbook. Blanks say nothing; a value that cannot be read is a UserError. */
export function readMissing({ sheets, format }: Workbook, name: string): VerSidecar {
  const [sheet] = sheets;
  const columns = sheet ? headingsOf(sheet) : undefined;
  if (!sheet || !columns) {
    throw new UserError(
      "ver",
      `${name}: its first row has no heading ${ID}. poam convert --to ver --missing writes such a list.`,
    );
  }
  const textAt = (index: number, column: number | undefined): string => {
    const handle = column === undefined ? -1 : sheet.cell(index, column);
    if (handle < 0) return "";
    return sheet.date(handle) ?? (format === "csv" ? rearmed(sheet.text(handle)) : sheet.text(handle));
  };
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => index + 1);
  const days = columns.facts.filter(({ column: { fact } }) => DAYS.has(fact));
  const order = dateOrderEvidence(rows.flatMap((index) => days.map(({ at }) => textAt(index, at))));
  const items = new Map<string, VerFacts>();
  let uri: string | undefined;
  for (const index of rows) {
    const row = sheet.rowNumber(index);
    const address = textAt(index, columns.uri);
    if (!isUnsaid(address)) uri = checkedUri(address.trim(), `${name}, row ${row}, ${URI}`);
    const key = textAt(index, columns.place).trim() || textAt(index, columns.id).trim();
    if (key === WHOLE) continue;
    const facts: Record<string, string | number | boolean> = {};
    for (const { column, at } of columns.facts) {
      const text = textAt(index, at);
      if (isUnsaid(text)) continue;
      const value = column.read(text, order);
      if (value === undefined) {
        throw new UserError(
          "ver",
          `${name}, row ${row}, ${column.heading}: this cannot be read. Write ${column.form}.`,
        );
      }
      facts[column.fact] = value;
    }
    if (Object.keys(facts).length === 0) continue;
    if (key === "")
      throw new UserError("ver", `${name}, row ${row}: neither ${ID} nor ${PLACE} says which item it is.`);
    if (items.has(key)) throw new UserError("ver", `${name}, row ${row}: another row is of the same item, ${key}.`);
    items.set(key, facts);
  }
  return { items, ...(uri !== undefined && { certificationPackageOverviewUri: uri }) };
}

/** One sidecar over another: each fact of an item replaces that fact alone. */
export function laidOver(base: VerSidecar | undefined, over: VerSidecar): VerSidecar {
  if (!base) return over;
  const items = new Map(base.items);
  for (const [key, facts] of over.items) items.set(key, { ...items.get(key), ...facts });
  return { ...base, ...over, items };
}

const ID = "POA&M ID";
const PLACE = "Place";
const MISSING = "Missing";
const URI = "Certification Package Overview URI";
/** The row of what all reports need. */
const WHOLE = "(report)";
const NONE = "n/a";
const EVALUATED: ReadonlySet<string> = new Set(["evaluatedOn", "internetReachable", "likelyExploitable", "rating"]);
const DAYS: ReadonlySet<string> = new Set(["detectedAt", "evaluatedOn", "closedOn"]);

function shown({ fact }: FactColumn, { facts, isClosed }: VerItem, missing: ReadonlySet<GapFact>): string {
  const known = facts[fact];
  if (missing.has(fact)) return "";
  if (typeof known === "boolean") return known ? "Yes" : "No";
  if (known !== undefined) return fact === "rating" ? `N${known}` : String(known);
  // It may turn out to be overdue once its evaluation is known, and to belong to the period once its closing day is.
  if (fact === "explanation" && !isClosed) return "";
  return missing.has("closedOn") && EVALUATED.has(fact) ? "" : NONE;
}

interface Headings {
  readonly id: number;
  readonly place: number | undefined;
  readonly uri: number | undefined;
  readonly facts: readonly { readonly column: FactColumn; readonly at: number }[];
}

function headingsOf(sheet: Sheet): Headings | undefined {
  if (sheet.rowCount === 0) return undefined;
  const at = new Map<string, number>();
  const facts: { column: FactColumn; at: number }[] = [];
  for (let handle = sheet.firstCell(0); handle < sheet.firstCell(1); handle++) {
    const text = sheet.text(handle);
    at.set(folded(text), sheet.column(handle));
    const column = factColumn(text);
    if (column) facts.push({ column, at: sheet.column(handle) });
  }
  const id = at.get(folded(ID)) ?? at.get("poam id");
  return id === undefined ? undefined : { id, place: at.get(folded(PLACE)), uri: at.get(folded(URI)), facts };
}

function checkedUri(text: string, where: string): string {
  if (isFullAddress(text)) return text;
  throw new UserError("ver", `${where}: this is no full address. Write one as https://example.com/cpo.json.`);
}
