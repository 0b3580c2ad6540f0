import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import { type DocumentItem, shownText } from "../model/item-document.js";
import { schemaDay } from "./date-time.js";
import type { Definitions } from "./definitions.js";
import { NO_DESCRIPTION, NO_TITLE } from "./names.js";
import { fedrampProps } from "./props.js";
import type { ItemParts } from "./reading.js";
import { uuidV5 } from "./uuid.js";
import { observationsOf } from "./write-observations.js";
import { riskOf } from "./write-risk.js";

interface ItemContext {
  readonly uuid: string;
  readonly asOf: IsoDate;
  readonly definitions: Definitions;
}

/** What of one item is being written. */
export interface Writing extends ItemContext {
  readonly text: (field: FieldName) => string | undefined;
  readonly day: (field: FieldName) => IsoDate | undefined;
  readonly item: DocumentItem;
  /** The UUID of a part of the item. */
  readonly part: (name: string) => string;
  readonly title: string;
  readonly description: string;
}

/** A POA&M item with its observations and its risk, as far as OSCAL has places for what it holds. */
export function itemParts(item: DocumentItem, context: ItemContext): ItemParts {
  const text = (field: FieldName): string | undefined => {
    const value = item.fields.get(field);
    return value === undefined ? undefined : shownText(value);
  };
  const title = text("weakness") ?? text("id") ?? NO_TITLE;
  const writing: Writing = {
    ...{ ...context, item, text, day: (field) => schemaDay(item.fields.get(field)) },
    part: (name) => uuidV5(context.uuid, name),
    title: title.replace(/\s+/g, " ").trim(),
    description: text("description") ?? text("weakness") ?? NO_DESCRIPTION,
  };
  const observations = observationsOf(writing);
  const related = observations.map(({ uuid }) => ({ "observation-uuid": uuid }));
  const uuid = writing.part("risk");
  const risk = { ...riskOf(writing, uuid), "related-observations": related };
  const [id, remarks] = [text("id"), text("comments")];
  return {
    item: {
      ...{ uuid: context.uuid, title: writing.title, description: writing.description },
      props: fedrampProps([["POAM-ID", id]]),
      "related-observations": related,
      "related-risks": [{ "risk-uuid": uuid }],
      ...(remarks !== undefined && { remarks }),
    },
    risks: [risk],
    observations,
  };
}
