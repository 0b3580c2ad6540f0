import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Anonymized, anonymize } from "../../src/anonymize.js";
import { lint } from "../../src/lint.js";
import { UserError } from "../../src/model/user-error.js";
import { openFile } from "../../src/open-file.js";
import { PACKS } from "../../src/packs/index.js";
import { readPoam } from "../../src/template/read.js";
import { rawZip } from "../lossless/raw-zip.js";
import { TEMPLATES } from "../templates.js";

const AS_OF = "2026-04-30";

/** The copy that `poam anonymize` makes of a file. */
export function anonymized(bytes: Buffer, name: string, cves: readonly string[] = []): Promise<Anonymized> {
  const lintOptions = (packs: readonly string[]) => ({
    packs: PACKS.filter(({ id }) => packs.includes(id)),
    asOf: AS_OF,
    settings: {},
  });
  return anonymize(bytes, name, {
    open: (bytes) => openFile(bytes, name),
    read: async (workbook) => readPoam(workbook, TEMPLATES, { fileName: name }),
    lint: async (poam) => lint(poam, lintOptions(poam.template.packs)),
    templates: TEMPLATES,
    lookedFor: [],
    cves: new Set(cves),
  });
}

/** What poam finds, by rule and cell, sheets by their place; or why it reads no POA&M there. */
export async function findings(bytes: Buffer, name: string): Promise<readonly string[]> {
  const workbook = await openFile(bytes, name);
  try {
    const poam = readPoam(workbook, TEMPLATES, { fileName: name });
    const packs = PACKS.filter(({ id }) => poam.template.packs.includes(id));
    const sheets = workbook.sheets.map((sheet) => sheet.name);
    return lint(poam, { packs, asOf: AS_OF, settings: {} }).map(
      ({ rule, at }) => `${rule} ${sheets.indexOf(at.sheet)}!${at.row}:${at.column}`,
    );
  } catch (error) {
    if (error instanceof UserError) return [error.code];
    throw error;
  }
}

/** A file's bytes and its base name. */
export function file(path: string): [Buffer, string] {
  return [readFileSync(path), basename(path)];
}

/** All that a file holds as text of one alphabet, unpacked by a reader of the tests' own, in small letters. */
export function everything(bytes: Buffer): string {
  const contents = bytes.subarray(0, 2).toString() === "PK" ? unpacked(bytes) : [bytes];
  return contents
    .flatMap((content) => [
      content.toString("utf8"),
      content.toString("utf16le"),
      content.subarray(1).toString("utf16le"),
    ])
    .join("\n")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .toLowerCase();
}

function unpacked(bytes: Buffer): Buffer[] {
  return rawZip(bytes).entries.flatMap(({ name, content }) => [Buffer.from(name), content]);
}
