import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carry } from "../../src/convert/carry.js";
import type { Carried } from "../../src/model/carried-item.js";
import { openFile } from "../../src/open-file.js";
import { oscalPoam } from "../../src/oscal/write.js";
import { readPoam } from "../../src/template/read.js";
import { anyCarried, carriedItems, plain } from "../carried-items.js";
import { TEMPLATES } from "../templates.js";

const SCHEMA = "../shared/facts/schemas/oscal_poam_schema_v1.0.6.json";
const present = existsSync(SCHEMA);
if (!present) console.warn(`${SCHEMA} is absent: what poam writes as OSCAL is not held against NIST's schema`);

// NIST's patterns are Unicode's; its formats are not ajv's own.
const isValid = present
  ? new Ajv({ strict: false, unicodeRegExp: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(SCHEMA, "utf8")),
    )
  : undefined;

const written = (carried: Carried) => [...oscalPoam(carried, { asOf: "2026-03-31", tool: "poam 1.2.3" })].join("");

async function carriedFrom(bytes: Buffer, fileName: string): Promise<Carried> {
  return carry(readPoam(await openFile(bytes, fileName), TEMPLATES, { fileName }));
}

const FIXTURES = ["fedramp-v2.1", "fedramp-v3.0", "emass-navy-2026", "cmmc", "generic"];

describe("items written as OSCAL and read again", () => {
  it.each(FIXTURES)("are those of %s.xlsx", async (name) => {
    const carried = await carriedFrom(readFileSync(`fixtures/ok/${name}.xlsx`), `${name}.xlsx`);
    const text = written(carried);
    expect(plain(await carriedFrom(Buffer.from(text), "poam.json"))).toEqual(plain(carried));
    // The same items give the same document, those that were read from it too.
    expect(written(carried)).toBe(text);
  });

  it("are the same whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(anyCarried, async (carried) => {
        expect(plain(await carriedFrom(Buffer.from(written(carried)), "poam.json"))).toEqual(plain(carried));
      }),
      { numRuns: 150 },
    );
  });

  it("keep an id that is a UUID as the item's own", () => {
    const uuid = "6f5fff73-cac6-4da0-a0d9-0f931a5efafa";
    const text = written(carriedItems([{ fields: { id: uuid } }, { fields: { id: uuid } }]));
    const uuids = JSON.parse(text)["plan-of-action-and-milestones"]["poam-items"].map(
      (item: { uuid: string }) => item.uuid,
    );
    expect(uuids[0]).toBe(uuid);
    expect(uuids[1]).not.toBe(uuid);
  });

  it("have a UUID each, and refer to nothing that is not there", () => {
    fc.assert(
      fc.property(anyCarried, (carried) => {
        const uuids: string[] = [];
        const references: string[] = [];
        JSON.parse(written(carried), (key, value) => {
          if (key === "uuid") uuids.push(value);
          else if (key.endsWith("-uuid")) references.push(value);
          else if (key.endsWith("-uuids")) references.push(...value);
          return value;
        });
        expect(new Set(uuids).size).toBe(uuids.length);
        expect(references.filter((uuid) => !uuids.includes(uuid))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe.skipIf(!present)("NIST's schema (1.0.6) takes", () => {
  it.each(FIXTURES)("%s.xlsx", async (name) => {
    const carried = await carriedFrom(readFileSync(`fixtures/ok/${name}.xlsx`), `${name}.xlsx`);
    expect(isValid!(JSON.parse(written(carried))), JSON.stringify(isValid!.errors)).toBe(true);
  });

  it("an item with an id and nothing else", () => {
    expect(
      isValid!(JSON.parse(written(carriedItems([{ fields: { id: "V-1" } }])))),
      JSON.stringify(isValid!.errors),
    ).toBe(true);
  });

  it("an item with nothing at all", () => {
    expect(isValid!(JSON.parse(written(carriedItems([{}])))), JSON.stringify(isValid!.errors)).toBe(true);
  });

  it("whatever items hold", () => {
    fc.assert(
      fc.property(anyCarried, (carried) => {
        expect(isValid!(JSON.parse(written(carried))), JSON.stringify(isValid!.errors)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
