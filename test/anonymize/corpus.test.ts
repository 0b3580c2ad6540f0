import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { vocabularyOf } from "../../src/anonymize/vocabulary.js";
import { openFile } from "../../src/open-file.js";
import { TEMPLATES } from "../templates.js";
import { anonymized, everything, file, findings } from "./anonymizing.js";

const OWN = ["fixtures/ok", "fixtures/features"].flatMap(filesIn);
/** Other people's, which are not part of the project. */
const CORPUS = ["fedramp", "emass", "other"].flatMap((folder) => filesIn(`../shared/corpus/${folder}`));

/** Has a part that poam refuses (`planted.test.ts`). */
const REFUSED = /ole-object/;
const VOCABULARY = vocabularyOf(TEMPLATES);

describe("the copy has the same findings, and none of the words in the original's cells", () => {
  it.each([...OWN.filter((path) => !REFUSED.test(path)), ...CORPUS])(
    "%s",
    async (path) => {
      const [bytes, name] = file(path);
      const copy = await anonymized(bytes, name);
      expect(await findings(copy.bytes, name)).toEqual(await findings(bytes, name));
      const words = await secretWords(bytes, name);
      const left = new Set(
        everything(copy.bytes)
          .replace(MARKUP, " ")
          .match(/[\p{L}\p{M}]+/gu),
      );
      expect([...words].filter((word) => left.has(word))).toEqual([]);
    },
    60_000,
  );
});

/** Words of five letters or more in cells, by the reader of workbooks, that no form prints and no rule looks for. */
async function secretWords(bytes: Buffer, name: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  const printed = new Set<string>();
  for (const sheet of (await openFile(bytes, name)).sheets) {
    for (let cell = 0; cell < sheet.firstCell(sheet.rowCount); cell++) {
      if (sheet.kind(cell) !== "text") continue;
      const text = sheet.text(cell);
      const known = VOCABULARY.isGuidance(text) ? printed : words;
      for (const word of text.toLowerCase().match(/[\p{L}\p{M}]{5,}/gu) ?? []) known.add(word);
    }
  }
  const isKnown = (word: string) => VOCABULARY.has(word) || VOCABULARY.isPiece(word) || printed.has(word);
  return new Set([...words].filter((word) => !isKnown(word)));
}

/** Tags, in which `planted.test.ts` looks; names of parts; the program that wrote the file. */
const MARKUP = /<application>[^<]*|<[^>]*>|^(?:[\w-]+\/)*(?:[\w-]+|\[content_types\])\.\w+$/gm;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:xls[xm]|csv)$/.test(name))
    .map((name) => `${folder}/${name}`);
}
