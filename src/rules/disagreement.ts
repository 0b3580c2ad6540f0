import { isPlaceholder } from "../codecs/placeholder.js";
import type { Cell } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { quoted } from "./quoted.js";

/**
 * One issue for each field that an item and its row in another document both fill in, but differently; what cannot be read
 * is left out. Lists disagree where the other document names something that the item does not.
 */
export function disagreements(item: PoamItem, other: PoamItem, fields: readonly FieldName[], whose: string): Issue[] {
  return fields.flatMap((field) => {
    const [mine, theirs] = [item[field] as Cell<unknown> | undefined, other[field] as Cell<unknown> | undefined];
    if (!isFilled(mine) || !isFilled(theirs) || agree(mine, theirs)) return [];
    return { at: mine, field, message: `${FIELDS[field].label} ${shown(mine)}, but ${shown(theirs)} in ${whose}` };
  });
}

function isFilled(cell: Cell<unknown> | undefined): cell is Cell<unknown> {
  return cell !== undefined && cell.value !== undefined && !isPlaceholder(cell.text);
}

function agree(mine: Cell<unknown>, theirs: Cell<unknown>): boolean {
  if (!Array.isArray(mine.value) || !Array.isArray(theirs.value)) return plain(mine.value) === plain(theirs.value);
  const own = new Set(mine.value.map(plain));
  return theirs.value.every((one) => own.has(plain(one)));
}

/** Controls and assets are compared by their ids, all else by its text, whatever case and blanks. */
function plain(value: unknown): string {
  const { id, text, name } = Object(value) as { id?: string; text?: string; name?: string };
  return String(id ?? text ?? name ?? value)
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function shown({ value, text }: Cell<unknown>): string {
  const line = typeof value === "string" && value.length <= LONGEST_WORD ? value : text.trim();
  return /\s/.test(line) || line.length > LONGEST_WORD ? quoted(text) : line;
}

const LONGEST_WORD = 20;
