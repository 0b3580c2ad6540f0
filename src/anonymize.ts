import { keptDigits } from "./anonymize/kept-digits.js";
import { findLeak } from "./anonymize/leaks.js";
import { isOfParts } from "./anonymize/program-words.js";
import { isTelling } from "./anonymize/stand-ins.js";
import { runsOf, vocabularyOf } from "./anonymize/vocabulary.js";
import { type Kept, wordingOf } from "./anonymize/wording.js";
import type { Finding } from "./model/finding.js";
import type { Poam } from "./model/poam.js";
import type { Template } from "./model/template.js";
import { UserError } from "./model/user-error.js";
import type { Workbook } from "./model/workbook.js";
import { isJson } from "./open-file.js";
import { isZip } from "./workbook/open.js";
import { packageTexts } from "./workbook/package-texts.js";
import { rewordCsv } from "./workbook/reword-csv.js";
import { type PackageRewording, rewordPackage } from "./workbook/reword-package.js";
import { decodeFile } from "./workbook/text-encoding.js";

/** How a file is read and judged, before and after; and what its rules are told besides. */
export interface AnonymizeSteps {
  readonly open: (bytes: Buffer) => Promise<Workbook>;
  /** Throws a `UserError` where there is no POA&M in it. */
  readonly read: (workbook: Workbook) => Promise<Poam>;
  readonly lint: (poam: Poam) => Promise<readonly Finding[]>;
  readonly templates: readonly Template[];
  /** Texts that the user's settings let rules look for. */
  readonly lookedFor: readonly string[];
  /** CVE ids that rules know. */
  readonly cves: ReadonlySet<string>;
}

/** A copy that is told apart from its original by no finding, and by none of its words. */
export interface Anonymized {
  readonly bytes: Buffer;
  /** Undefined where there is no POA&M in it, for the same reason as in the original. */
  readonly findings: number | undefined;
  /** How many different ones got a stand-in. */
  readonly words: number;
  readonly numbers: number;
  readonly addresses: number;
  /** Pictures that are blank now. */
  readonly pictures: number;
  /** Parts that were taken out. */
  readonly removed: readonly string[];
  /** CVE ids that stayed, as rules know them. */
  readonly cves: readonly string[];
}

/**
 * A copy of a workbook or CSV file without its words: same structure, same findings by rule and cell. The copy is searched
 * for the words of the original and checked like it; throws a `UserError` that gives no text away where either fails. `file`
 * is the base name, for messages.
 */
export async function anonymize(bytes: Buffer, file: string, steps: AnonymizeSteps): Promise<Anonymized> {
  if (isJson(bytes)) {
    throw new UserError(
      "anonymize-json",
      `${file} is JSON, which poam anonymize does not write. Give the workbook that it was made from.`,
    );
  }
  const before = await judged(bytes, steps);
  const vocabulary = vocabularyOf(steps.templates, steps.lookedFor);
  const { originals, guidance } = await wordsOf(bytes, file, vocabulary.isGuidance);
  const listed = new Set<string>();
  const kept: Kept = {
    isListed: (cve) => steps.cves.has(cve) && !!listed.add(cve),
    digits: keptDigits(before.workbook, before.poam),
  };
  const wording = wordingOf(vocabulary, originals, kept);
  const format = new Set<string>();
  const {
    bytes: copy,
    removed,
    pictures,
  } = await reworded(bytes, file, {
    ...{ text: wording.text, part: wording.part, gone() {} },
    font: (name) => {
      const font = wording.font(name);
      addRuns(font, format);
      return font;
    },
    format: (value) => addRuns(value, format),
  });
  const telling = new Set([...originals].filter((word) => isTelling(word, vocabulary)));
  const isHarmless = (run: string) => vocabulary.has(run) || guidance.has(run) || format.has(run) || isOfParts(run);
  const texts = isZip(copy) ? packageTexts(copy, file) : [{ place: "the file", text: decodeFile(copy) }];
  const forbidden = new Set([...telling].filter((word) => !isHarmless(word)));
  const leak = findLeak(texts, forbidden, isHarmless);
  if (leak !== undefined) {
    throw new UserError(
      "anonymize-leak",
      `nothing was written: ${leak} of the copy would still hold a word of ${file}. ${BUG}`,
    );
  }
  refuseDifference(before, await judged(copy, steps), file);
  const findings = before.poam && before.findings.length - 1;
  const { words, numbers, addresses } = wording.counts;
  return { bytes: copy, findings, words, numbers, addresses, pictures, removed, cves: [...listed].sort() };
}

const BUG = "This is a bug in poam: please say which form it is, and do not attach the file.";

type Words = { readonly originals: ReadonlySet<string>; readonly guidance: ReadonlySet<string> };

/** All words of the file, those of forms' own guidance apart; what the copy lacks counts, too. */
async function wordsOf(bytes: Buffer, file: string, isGuidance: (text: string) => boolean): Promise<Words> {
  const originals = new Set<string>();
  const guidance = new Set<string>();
  const note = (text: string) => {
    addRuns(text, isGuidance(text) ? guidance : originals);
    return text;
  };
  await reworded(bytes, file, { text: note, part: (name) => name, font: (name) => name, format() {}, gone: note });
  return { originals, guidance };
}

async function reworded(bytes: Buffer, file: string, rewording: PackageRewording) {
  if (isZip(bytes)) return rewordPackage(bytes, file, rewording);
  return { bytes: rewordCsv(bytes, file, rewording.text), removed: [], pictures: 0 };
}

function addRuns(text: string, to: Set<string>): void {
  for (const run of runsOf(text)) to.add(run);
}

/** What poam says of a file: its findings by place, or why it finds no POA&M in it. */
interface Judged {
  readonly workbook: Workbook;
  readonly poam: Poam | undefined;
  readonly findings: readonly string[];
  readonly refusal: string | undefined;
}

async function judged(bytes: Buffer, { open, read, lint }: AnonymizeSteps): Promise<Judged> {
  const workbook = await open(bytes);
  try {
    const poam = await read(workbook);
    const findings = placesOf(poam, await lint(poam));
    return { workbook, poam, findings: [`form ${poam.template.id}`, ...findings], refusal: undefined };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { workbook, poam: undefined, findings: [], refusal: error.code };
  }
}

/** Throws where the copy is judged otherwise than the original. */
function refuseDifference(before: Judged, after: Judged, file: string): void {
  const different = missingIn(before.findings, after.findings) ?? missingIn(after.findings, before.findings);
  if (different === undefined && before.refusal === after.refusal) return;
  throw new UserError(
    "anonymize-differs",
    `nothing was written: the copy of ${file} would not have the same findings${different === undefined ? "" : ` (${different})`}. ${BUG}`,
  );
}

/** The first that the others lack. */
function missingIn(some: readonly string[], others: readonly string[]): string | undefined {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return some.find((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count < 1;
  });
}

/** Rule and cell; a sheet by its place, as its name may be somebody's. */
function placesOf({ workbook }: Poam, findings: readonly Finding[]): string[] {
  const places = new Map(workbook.sheets.map(({ name }, index) => [name, index + 1]));
  return findings.map(({ rule, at }) => `${rule}, sheet ${places.get(at.sheet)}, row ${at.row}, column ${at.column}`);
}
