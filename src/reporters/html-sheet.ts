import { columnLetters } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Finding } from "../model/finding.js";
import type { FindingRow } from "./finding-rows.js";
import type { Filter } from "./html-filter.js";
import { htmlFinding, oneLine } from "./html-finding.js";
import { escaped } from "./html-text.js";
import { count } from "./last-line.js";
import { cut, printable } from "./printable.js";
import type { ShownPoam, ShownRegister } from "./shown-poam.js";

/** What a page of findings knows besides the rows. */
export interface SheetSurroundings {
  readonly poam: ShownPoam | undefined;
  readonly filter: Filter;
  readonly ownerOf: (finding: Finding) => string;
  /** What the page says of a rule elsewhere. */
  readonly usualHelp: (rule: string) => string | undefined;
}

/** Rows of one sheet as it shows them: number, item, weakness and owner under the form's own headings, and the findings beside. */
export function* htmlSheet(rows: readonly FindingRow[], id: string, page: SheetSurroundings): Iterable<string> {
  const { sheet } = rows[0]!;
  const register = page.poam?.registers.find((register) => register.sheet === sheet);
  const columns = columnsOf(rows, register, page.poam);
  const lines = rows.map((row) => ({ row, classes: classesOf(row, page) }));
  const total = rows.reduce((sum, { findings }) => sum + findings.length, 0);
  const headings = columns.map(({ letters, heading, kind }) => {
    const letter = letters === undefined ? "" : `<span class="letters">${letters}</span> `;
    return `<th scope="col" class="${kind}">${letter}${escaped(heading)}</th>`;
  });
  yield `<section class="${["sheet", ...new Set(lines.flatMap(({ classes }) => classes))].join(" ")}" aria-labelledby="${id}">
<h3 id="${id}">${oneLine(sheet)} <small>${count(total, "finding")} in ${count(rows.length, "row")}</small></h3>
<table class="rows">
<thead><tr><th scope="col" class="row">Row</th>${headings.join("")}<th scope="col">Cells and findings</th></tr></thead>
<tbody>
`;
  for (const { row, classes } of lines) {
    const findings = row.findings.map((finding) =>
      htmlFinding(finding, {
        poam: page.poam,
        classes: page.filter.findingClasses(finding),
        usualHelp: page.usualHelp(finding.rule),
      }),
    );
    yield `<tr class="${["line", ...classes].join(" ")}"><th scope="row" class="row">${row.row}</th>${itemCells(row, columns, register)}<td class="findings"><ul>${findings.join("")}</ul></td></tr>\n`;
  }
  yield "</tbody>\n</table>\n</section>\n";
}

interface ShownColumn {
  readonly kind: "id" | "weakness" | "owner";
  /** Undefined where the sheet has no such column. */
  readonly letters: string | undefined;
  readonly heading: string;
  readonly textOf: (row: FindingRow) => string;
}

/** What tells a reader which row it is. An item that says nothing of a column, or whose cells may not be shown, has none. */
function columnsOf(
  rows: readonly FindingRow[],
  register: ShownRegister | undefined,
  poam: ShownPoam | undefined,
): readonly ShownColumn[] {
  const column = (kind: ShownColumn["kind"], ...fields: readonly FieldName[]): ShownColumn | undefined => {
    const found = fields.flatMap((field) => register?.columns.find((one) => one.field === field) ?? [])[0];
    if (!found || !register || !poam) return undefined;
    const { sheet, headingRow } = register;
    return {
      kind,
      letters: columnLetters(found.column),
      heading: printable(poam.textAt({ sheet, row: headingRow, column: found.column })).trim() || found.heading,
      textOf: ({ row }) => printable(poam.textAt({ sheet, row, column: found.column })).trim(),
    };
  };
  const id = column("id", "id");
  const named = ({ findings }: FindingRow) => findings.find(({ item }) => item)?.item ?? "";
  const items: ShownColumn = id
    ? { ...id, textOf: (row) => id.textOf(row) || named(row) }
    : { kind: "id", letters: undefined, heading: "Item", textOf: named };
  return [
    ...(id || rows.some((row) => named(row) !== "") ? [items] : []),
    column("weakness", "weakness", "description") ?? [],
    column("owner", "pointOfContact") ?? [],
  ].flat();
}

function itemCells(row: FindingRow, columns: readonly ShownColumn[], register: ShownRegister | undefined): string {
  if (register && row.row <= register.headingRow && columns.length > 0) {
    const about = row.row === register.headingRow ? "headings" : "above the headings";
    return `<td class="about" colspan="${columns.length}">${about}</td>`;
  }
  return columns
    .map((column) => `<td class="${column.kind}">${escaped(cut(printable(column.textOf(row)), TEXT_WIDTH))}</td>`)
    .join("");
}

/** Of an item's text so much is shown to know it by. */
const TEXT_WIDTH = 120;

function classesOf({ findings }: FindingRow, { filter, ownerOf }: SheetSurroundings): string[] {
  const owners = findings.map((finding) => filter.ownerClass(ownerOf(finding))).filter((one) => one !== "");
  return [...new Set([...findings.flatMap((finding) => filter.findingClasses(finding)), ...owners])];
}
