import type { CarriedValue } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";

/** Values that no cell holds, each with those cells' values that go along as it; none where these go along by themselves too. */
export type Made = ReadonlyMap<CarriedValue, readonly Source[]>;

/** A value of the source, under its own field. */
export interface Source {
  readonly field: FieldName | undefined;
  readonly value: CarriedValue;
}

/** What of the source goes along as a value: itself, unless it was made. */
export function sourcesOf(field: FieldName | undefined, value: CarriedValue, made: Made): readonly Source[] {
  return made.get(value) ?? [{ field, value }];
}
