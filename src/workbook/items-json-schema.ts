import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import { HEADER_FIELDS } from "../model/template.js";
import { NOTATIONS, STATES } from "./items-json-read.js";

/** The JSON schema of poam's own JSON of items, version 1. */
export function itemsJsonSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "POA&M items of poam, version 1",
    ...closed(
      {
        $schema: { type: "string" },
        version: { const: 1 },
        tool: { type: "string", description: "What wrote the file." },
        template: { type: "string", description: "The id of the form that the items were read from." },
        header: closed(Object.fromEntries(HEADER_FIELDS.map((field) => [field, { $ref: "#/$defs/value" }]))),
        controlNotation: { enum: NOTATIONS, description: "How the items write their controls." },
        items: { type: "array", items: { $ref: "#/$defs/item" } },
      },
      ["version", "items"],
    ),
    $defs: {
      item: closed({
        state: { enum: STATES, default: "open" },
        fields: fields((field) => !MILESTONE_FIELDS.has(field)),
        milestones: {
          type: "array",
          items: fields((field) => MILESTONE_FIELDS.has(field)),
          description: "One entry a milestone; a form that keeps all of them in one cell has them in the first.",
        },
        other: {
          description: "Values of columns without a meaning: by heading, or as a list where headings repeat.",
          anyOf: [
            { type: "object", additionalProperties: { $ref: "#/$defs/value" } },
            {
              type: "array",
              items: closed({ heading: { type: "string" }, value: { $ref: "#/$defs/value" } }, ["heading", "value"]),
            },
          ],
        },
        cell: { type: "string", description: "Where the item stood; for information." },
      }),
      value: {
        description:
          "A cell's value. A date field's day is a plain text; a text there that only looks like one is { text }.",
        anyOf: [
          { type: ["string", "number", "boolean"] },
          closed({ date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } }, ["date"]),
          closed({ text: { type: "string" } }, ["text"]),
        ],
      },
    },
  };
}

function fields(belongs: (field: FieldName) => boolean): object {
  const named = FIELD_NAMES.filter(belongs).map((field) => [
    field,
    { $ref: "#/$defs/value", description: FIELDS[field].label },
  ]);
  return closed(Object.fromEntries(named));
}

function closed(properties: Record<string, object>, required?: readonly string[]): object {
  return { type: "object", properties, ...(required && { required }), additionalProperties: false };
}
