import type { Cell } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import type { ItemIdentity } from "../model/finding.js";
import { identityOf, type PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import { hasField } from "./rule.js";

/** An item as others depend on it. */
export interface Node {
  readonly id: string;
  readonly cell: Cell<string>;
  readonly due: IsoDate | undefined;
  readonly isOpen: boolean;
}

/** What an item's text says it depends on: items of the register, and ids like theirs that are none. */
export interface Dependencies {
  readonly item: ItemIdentity;
  readonly id: string | undefined;
  readonly field: FieldName;
  readonly cell: Cell<string>;
  readonly on: readonly Node[];
  readonly unknown: readonly string[];
}

/** The open items that name a dependency, in their order; looked for once for all rules that ask. */
export function dependenciesIn(poam: Poam): ReadonlyMap<string, Dependencies> {
  let found = known.get(poam);
  if (found === undefined) {
    found = new Map();
    const hasOwn = hasField(poam, "dependencies");
    if (hasOwn || hasField(poam, "comments")) {
      for (const item of poam.items()) {
        const read = item.state === "open" ? dependenciesOf(poam, item, hasOwn) : undefined;
        if (read) found.set(keyOf(item), read);
      }
    }
    known.set(poam, found);
  }
  return found;
}

const known = new WeakMap<Poam, Map<string, Dependencies>>();

/** What an item's dependencies are found by: its row. */
export function keyOf({ sheet, row }: PoamItem): string {
  return `${row} ${sheet}`;
}

function dependenciesOf(poam: Poam, item: PoamItem, hasOwn: boolean): Dependencies | undefined {
  const from = () => ({ item: identityOf(item), id: item.id?.value });
  const own = hasOwn ? item.dependencies : undefined;
  const read = own?.value !== undefined ? named(poam, item, own.value) : undefined;
  if (own && read && read.on.length + read.unknown.length > 0) {
    return { ...from(), field: "dependencies", cell: own, ...read };
  }
  // In prose only a register's own id behind the word itself is taken for a dependency.
  const { comments } = item;
  if (comments?.value === undefined || !/depend|contingent|blocked by/i.test(comments.value)) return undefined;
  const ids = [...comments.value.matchAll(IN_PROSE)].map((match) => match[1]!.replace(/\.+$/, ""));
  const on = nodesOf(poam, ids, item);
  return on.length > 0 ? { ...from(), field: "comments", cell: comments, on, unknown: [] } : undefined;
}

/** Whether an item has ended is asked of its state, so that a date that others wait for is that of open work. */
function nodeOf(item: PoamItem): Node {
  const due = item.revisedCompletion?.value ?? item.scheduledCompletion?.value;
  return { id: item.id!.value!, cell: item.id!, due, isOpen: item.state !== "closed" };
}

interface Index {
  readonly nodes: ReadonlyMap<string, Node>;
  /** The ids with their numbers left out: `r-9`. What looks so and is no id is a mistyped one. */
  readonly shapes: ReadonlySet<string>;
}

const indexes = new WeakMap<Poam, Index>();

function indexOf(poam: Poam): Index {
  const known = indexes.get(poam);
  if (known) return known;
  const nodes = new Map<string, Node>();
  const shapes = new Set<string>();
  for (const item of poam.items()) {
    if (item.id?.value === undefined) continue;
    nodes.set(item.id.value.toLowerCase(), nodeOf(item));
    shapes.add(shapeOf(item.id.value));
  }
  const index = { nodes, shapes };
  indexes.set(poam, index);
  return index;
}

function named(poam: Poam, item: PoamItem, text: string): Pick<Dependencies, "on" | "unknown"> {
  // Bare numbers are ids only where nothing else stands in the cell: "2 engineers" names no item.
  const pattern = NUMBERS_ALONE.test(text) ? /\d{1,12}/g : ID;
  const ids = [...text.slice(0, LONGEST).matchAll(pattern)].map(([id]) => id);
  const { nodes, shapes } = indexOf(poam);
  const unknown = ids.filter((id) => !nodes.has(id.toLowerCase()) && shapes.has(shapeOf(id)));
  return { on: nodesOf(poam, ids, item), unknown: [...new Set(unknown)] };
}

function nodesOf(poam: Poam, ids: readonly string[], item: PoamItem): readonly Node[] {
  const own = item.id?.value?.toLowerCase();
  const others = new Set(ids.map((id) => id.toLowerCase()).filter((id) => id !== own));
  return [...others].flatMap((id) => indexOf(poam).nodes.get(id) ?? []);
}

function shapeOf(id: string): string {
  return id.toLowerCase().replace(/\d+/g, "9");
}

const LONGEST = 2000;
const NUMBERS_ALONE = /^[\s#\d,;&]{1,200}$/;
/** A word of letters, digits and dashes with a letter and a digit in it. */
const ID = /(?<![\w-])(?=[\w-]{0,30}\d)[A-Za-z][\w-]{1,40}(?:\.\d{1,6})?/g;
const IN_PROSE =
  /\b(?:depends|dependent|contingent|blocked) (?:up)?(?:on|by) (?:the )?(?:(?:completion|closure) of )?(?:(?:poa&?m|item) )?(?:item )?#?([A-Za-z0-9][\w.-]{0,40})/gi;
