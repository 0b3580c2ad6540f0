import type { CellPatch } from "../model/cell.js";
import { fingerprint } from "../model/fingerprint.js";
import type { Placed } from "../model/placed.js";
import type { HeaderCell, Poam } from "../model/poam.js";
import { textAt } from "./cell-copy.js";
import type { FillPlan } from "./fill.js";

/** The patches of a form's header block: each value into the cell that its label speaks of. */
export function fillHeader(blank: Poam, header: Placed["header"]): Pick<FillPlan, "patches" | "refused"> {
  const refused: FillPlan["refused"][number][] = [];
  const patches = [...header].flatMap(([field, value]): CellPatch[] => {
    const cell = blank.header.find((one) => one.field === field);
    if (!cell) {
      const { label = field } = blank.template.header?.find((entry) => entry.field === field) ?? {};
      refused.push({ what: `the header's "${label}"`, why: "the workbook has no such label above its items" });
      return [];
    }
    return [{ ...placeOf(blank, cell), value }];
  });
  return { patches, refused };
}

/** Where the form explains the value right below the label (FedRAMP 3.0), it is meant to go into the row below that. */
function placeOf(blank: Poam, { entry, label, value, filled }: HeaderCell): Pick<CellPatch, "at" | "was"> {
  const at = { sheet: value.sheet, row: value.row, column: value.column };
  const sheet = blank.workbook.sheets.find(({ name }) => name === label.sheet)!;
  const headingRow = blank.registers.find((register) => register.sheet === label.sheet)?.headingRow ?? 0;
  const isGuidance = !filled && blank.template.guidance?.includes(fingerprint(value.text)) === true;
  const below = { ...at, row: at.row + 1 };
  const isFree = below.row < headingRow && textAt(sheet, below.row, below.column).trim() === "";
  return entry.value === "below" && isGuidance && isFree ? { at: below, was: "" } : { at, was: value.text };
}
