import type { CarriedValue } from "../model/carried-item.js";
import type { CellRef } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { FieldFate, LossReport, ValueChange } from "../model/losses.js";
import { fieldLabel } from "./labels.js";

/** Collects what becomes of each value. */
export interface LossTally {
  readonly carried: (field: FieldName | undefined, value: Named, to: string) => void;
  readonly kept: (field: FieldName | undefined, value: Named, to: string, label: string) => void;
  readonly dropped: (field: FieldName | undefined, value: Named, why: string) => void;
  /** `spoken` where the texts belong to the report: few texts change alike. */
  readonly changed: (
    field: FieldName,
    value: CarriedValue,
    to: string | undefined,
    rule: string,
    spoken: boolean,
  ) => void;
  readonly report: () => Pick<LossReport, "fields" | "changes">;
}

/** A value, as far as the tally needs it. */
export type Named = Pick<CarriedValue, "at" | "heading">;

/** An empty tally. */
export function lossTally(): LossTally {
  const fates = new Map<string, Writable<FieldFate>>();
  const changes = new Map<string, Writable<ValueChange>>();
  /** By heading and target: what is carried as it is makes up nearly all. */
  const plain = new Map<string, Map<string, Writable<FieldFate>>>();
  const count = (fate: Omit<FieldFate, "count" | "cells">, at: CellRef) => {
    const key = [fate.from, fate.field, fate.fate, fate.to, fate.label, fate.why].join("\0");
    const before = fates.get(key);
    if (before) {
      before.count++;
      before.cells.push(at);
    } else fates.set(key, { ...fate, count: 1, cells: [at] });
  };
  return {
    carried(field, value, to) {
      const from = nameOf(field, value);
      let ofHeading = plain.get(from);
      if (!ofHeading) plain.set(from, (ofHeading = new Map()));
      const before = ofHeading.get(to);
      if (before) before.count++;
      else
        ofHeading.set(to, { from, field, fate: "carried", to, label: undefined, why: undefined, count: 1, cells: [] });
    },
    kept(field, value, to, label) {
      count({ from: nameOf(field, value), field, fate: "kept", to, label, why: undefined }, value.at);
    },
    dropped(field, value, why) {
      count({ from: nameOf(field, value), field, fate: "dropped", to: undefined, label: undefined, why }, value.at);
    },
    changed(field, value, to, rule, spoken) {
      const [before, after] = spoken ? [value.text, to] : [undefined, undefined];
      const heading = nameOf(field, value);
      const key = [heading, before, after, rule].join("\0");
      const known = changes.get(key);
      if (known) {
        known.count++;
        known.cells.push(value.at);
      } else changes.set(key, { field, heading, from: before, to: after, rule, count: 1, cells: [value.at] });
    },
    report: () => ({
      fields: [...[...plain.values()].flatMap((of) => [...of.values()]), ...fates.values()],
      changes: [...changes.values()],
    }),
  };
}

type Writable<T> = { -readonly [K in keyof T]: K extends "cells" ? CellRef[] : T[K] };

/** What was read back from labelled text goes by its label. */
function nameOf(field: FieldName | undefined, { heading }: Named): string {
  return heading ?? (field ? fieldLabel(field) : "");
}
