import { basename, extname } from "node:path";
import { type Anonymized, type AnonymizeSteps, anonymize } from "../../anonymize.js";
import { UserError } from "../../model/user-error.js";
import { printable } from "../../reporters/printable.js";
import type { OptionValue } from "../../rules/rule.js";
import { refuseMissing } from "../checker.js";
import { evidenceReader } from "../evidence.js";
import { expandInputs, type Input } from "../inputs.js";
import { packsOf } from "../packs.js";
import type { Session } from "../program.js";
import { putLike } from "../put-like.js";
import { refuseTaken } from "../put-new.js";
import { type RunSettings, settingsFor } from "../settings.js";
import type { AnonymizeFlags } from "./anonymize-flags.js";
import { refuseRead } from "./convert-target.js";

const EXAMPLE = "poam anonymize acme-poam.xlsx -o copy.xlsx";

/** `poam anonymize`: a copy without the workbook's words, and what was replaced, left and taken out. */
export async function anonymizeCommand(
  session: Session,
  file: string | undefined,
  flags: AnonymizeFlags,
): Promise<number> {
  const { host } = session;
  const { output, force } = flags;
  if (file === undefined) throw new UserError("no-files", `no file was given. For example: ${EXAMPLE}`);
  if (output === undefined || output === "-") throw new UserError("usage", `-o is missing. For example: ${EXAMPLE}`);
  const inputs = await expandInputs([file], host);
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new UserError("usage", `${file} is several workbooks. Give one of them.`);
  await refuseMissing(input, session);
  const extension = extname(input.path).toLowerCase();
  if (extname(output).toLowerCase() !== extension) {
    throw new UserError(
      "usage",
      `-o ${output}: the copy is what the original is, so its name must end in ${extension}, too.`,
    );
  }
  await refuseTaken(output, { force: force === true }, host);
  const settings = await settingsFor(inputs, flags, session);
  await refuseRead([output], [input.absolute, ...settings.files], session);
  const bytes = await host.files.read(input.absolute);
  const copy = await anonymize(bytes, basename(input.absolute), await stepsFor(input, settings, session));
  await putLike(output, copy.bytes, { like: input.absolute, force: force === true }, host);
  for (const line of told(copy)) await host.stdout.write(`${printable(line)}\n`);
  return 0;
}

/** Other files name what the copy no longer names: of these, the catalogue of CVEs alone is asked. */
async function stepsFor(input: Input, settings: RunSettings, session: Session): Promise<AnonymizeSteps> {
  const { engine } = session;
  const { template, packs, rules, columns, system, evidence } = settings.of(input);
  const templates = [...(await engine.templates()), ...(template ? [template] : [])];
  const all = await engine.packs();
  const { kev } = await evidenceReader(session)(
    evidence.kev === undefined ? {} : { kev: evidence.kev },
    input.absolute,
  );
  return {
    open: (bytes) => engine.openWorkbook(bytes, basename(input.absolute)),
    read: (workbook) => engine.readPoam(workbook, templates, { template, columns, fileName: input.path }),
    lint: async (poam) =>
      engine.lint(poam, {
        packs: packs ?? packsOf(poam.template, all, () => {}),
        asOf: settings.asOf,
        settings: rules,
        evidence: kev ? { kev } : {},
        system,
      }),
    templates,
    lookedFor: [
      ...Object.keys(columns ?? {}),
      ...Object.values(rules).flatMap(({ options = {} }) => Object.values(options).flatMap(textsOf)),
    ],
    cves: new Set(kev?.keys()),
  };
}

function textsOf(option: OptionValue): string[] {
  if (typeof option === "string") return [option];
  return Array.isArray(option) ? option.map(String) : typeof option === "object" ? Object.keys(option) : [];
}

function* told(copy: Anonymized): Generator<string> {
  const { words, numbers, addresses, pictures, removed, cves, findings } = copy;
  yield `replaced by made-up ones: ${count(words, "word")}, ${count(numbers, "number")} and ${count(addresses, "address", "addresses")}${pictures > 0 ? `; ${count(pictures, "picture")} blank` : ""}`;
  yield `left on purpose: headings, values of lists, words that rules look for; dates, ratings, amounts, controls, short numbers, cells of numbers${cves.length > 0 ? `; ${count(cves.length, "CVE id")} of the catalogue` : ""}`;
  if (removed.length > 0) yield `taken out: ${[...new Set(removed.map(kindOf))].join(", ")}`;
  yield `searched for the words of the original: none is left. ${findings === undefined ? "No POA&M is found in it, as in the original" : `The same ${count(findings, "finding")}, by rule and cell`}`;
  yield "Look at it before you send it: what it is about may show in what is left.";
}

/** A part by what it holds; its name may say more than it should. */
function kindOf(part: string): string {
  return KINDS.find(([pattern]) => pattern.test(part))?.[1] ?? "data of other programs";
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/printerSettings/i, "settings of printers"],
  [/vba/i, "macros"],
  [/docProps\/(?:custom|thumb)/i, "properties of the document"],
  [/^_xmlsignatures/i, "signatures"],
  [/^docMetadata/i, "sensitivity labels"],
  [/^customUI/i, "ribbons"],
  [/revisions/i, "the log of changes"],
];

function count(number: number, one: string, several = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : several}`;
}
