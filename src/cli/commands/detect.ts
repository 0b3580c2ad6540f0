import { basename, resolve } from "node:path";
import { reference } from "../../model/cell.js";
import type { Difference, Poam } from "../../model/poam.js";
import { UserError } from "../../model/user-error.js";
import { text } from "../../reporters/json.js";
import { amount, count } from "../../reporters/last-line.js";
import type { Paint } from "../../reporters/paint.js";
import { printable } from "../../reporters/printable.js";
import type { Candidate } from "../../template/detect.js";
import { paintFor } from "../color.js";
import { columns } from "../columns.js";
import { aboutFile, complaint, plainSentence } from "../errors.js";
import { type Input, noSuchFile } from "../inputs.js";
import type { Session } from "../program.js";
import { redactsByEnvironment, type SettingFlags, type Settings, settingsFor } from "../settings.js";

export interface DetectFlags extends Pick<SettingFlags, "template" | "config" | "redact"> {
  readonly format: string;
  readonly color?: boolean;
  readonly debug?: true;
}

/** What was found out about a file. */
interface Detected {
  readonly path: string;
  readonly poam: Poam | undefined;
  /** Best first; of a home-made register none may be close. */
  readonly candidates: readonly Candidate[];
  /** Why it is no POA&M that poam knows. */
  readonly error: string | null;
}

/** `poam detect`: the form, how sure, where, what differs, and the runners-up; exit 2 where no form is recognised. */
export async function detectCommand(session: Session, file: string, flags: DetectFlags): Promise<number> {
  const { host } = session;
  const input = { path: file, absolute: resolve(host.cwd, file) };
  const reachable = await host.files.kind(input.absolute).then(Boolean, () => false);
  const settings = (await settingsFor(reachable ? [input] : [], flags, session)).of(input) as Settings | undefined;
  const { detected, failure } = await look(session, input, settings);
  const redact = settings?.redact ?? (flags.redact === true || redactsByEnvironment(host));
  if (flags.format === "json") {
    await host.stdout.write(`${text(record(detected, redact), 2)}\n`);
  } else if (detected.poam) {
    const paint = await paintFor(host.stdout, host, flags.color);
    await host.stdout.write(
      `${description(detected, detected.poam, redact, host.stdout.columns ?? 100, paint).join("\n")}\n`,
    );
  }
  if (failure === undefined) return 0;
  await host.stderr.write(complaint(failure, flags.debug === true));
  return 2;
}

async function look(
  { host, engine }: Session,
  { path: file, absolute }: Input,
  settings: Settings | undefined,
): Promise<{ detected: Detected; failure: unknown }> {
  let candidates: readonly Candidate[] = [];
  try {
    if ((await host.files.kind(absolute)) === undefined) {
      throw new UserError("no-such-file", await noSuchFile({ path: file, absolute }, host));
    }
    const workbook = await engine.openWorkbook(await host.files.read(absolute), basename(absolute));
    const templates = await engine.templates();
    candidates = await engine.detect(workbook, templates);
    const { template, columns } = settings ?? {};
    const poam = await engine.readPoam(workbook, templates, { template, columns, fileName: file });
    return { detected: { path: file, poam, candidates, error: null }, failure: undefined };
  } catch (error) {
    const sentence = plainSentence(error, file);
    if (sentence === undefined) throw error;
    const told = aboutFile(sentence, file);
    return { detected: { path: file, poam: undefined, candidates, error: told }, failure: new UserError("file", told) };
  }
}

/** Others are close if they share nearly as many headings as the one chosen, and at least half of them. */
const CLOSE = 0.15;
const HALF = 0.5;

function runnersUp({ poam, candidates }: Detected): readonly Candidate[] {
  const chosen = candidates.find(({ template }) => template === poam?.template);
  const least = Math.max(HALF, (chosen?.score ?? 0) - CLOSE);
  return candidates
    .filter((candidate) => candidate !== chosen && candidate.score >= least && candidate.matched > 2)
    .slice(0, 3);
}

const KINDS: Readonly<Record<Difference["kind"], string>> = {
  "sheet-missing": "sheet missing",
  "sheet-renamed": "sheet renamed",
  "heading-missing": "missing",
  "heading-altered": "altered",
  "heading-moved": "moved",
  "heading-extra": "extra",
  "heading-duplicated": "twice",
  "header-missing": "header missing",
};

function description(detected: Detected, poam: Poam, redact: boolean, width: number, paint: Paint): string[] {
  const { template, registers, counts, differences } = poam;
  const chosen = detected.candidates.find((candidate) => candidate.template === template);
  const states = (["open", "closed", "configuration"] as const).filter((state) => counts[state] > 0);
  const items = states.length > 0 ? ` (${states.map((state) => `${amount(counts[state])} ${state}`).join(", ")})` : "";
  const facts = [
    ["form", `${template.id}: ${template.title}`],
    [
      "sure",
      chosen
        ? certainty(chosen)
        : poam.workbook.made
          ? "JSON: its items are named"
          : "home-made: read by what its headings mean",
    ],
    ...registers.map(({ sheet, headingRow }, index) => [
      index === 0 ? "where" : "",
      `'${printable(sheet)}', headings in row ${headingRow}`,
    ]),
    ["items", `${amount(counts.total)}${items}`],
    ["packs", template.packs.join(", ")],
  ];
  const close = runnersUp(detected).map((candidate) => [candidate.template.id, certainty(candidate)]);
  const different = differences.map((difference) => [
    KINDS[difference.kind],
    printable(reference(difference.at)),
    whatDiffers(difference, redact),
  ]);
  const nothing = chosen ? ["", paint.good("Nothing differs from the form.")] : [];
  const hint = `To read it as such a form: poam lint --template ${close[0]?.[0]}`;
  return [
    paint.strong(printable(detected.path)),
    ...columns(facts, "  ", width),
    ...(different.length > 0
      ? ["", `${count(different.length, "difference")} from the form:`, ...columns(different, "  ", width)]
      : nothing),
    ...(close.length > 0 ? ["", "Close to it:", ...columns(close, "  ", width), ...(chosen ? [] : [hint])] : []),
  ];
}

function certainty({ score, matched, of }: Candidate): string {
  return `${Math.floor(score * 100)} %, ${matched} of ${of} headings`;
}

function whatDiffers({ kind, expected, found }: Difference, redact: boolean): string {
  const theirs = found === undefined || redact ? "" : `“${printable(found)}”`;
  const ours = expected === undefined ? "" : `“${printable(expected)}”`;
  if (kind === "heading-altered") return theirs ? `${theirs}, in the form ${ours}` : `in the form ${ours}`;
  return kind.endsWith("missing") ? ours : theirs || ours;
}

/** JSON, version 1: keys may be added. */
function record(detected: Detected, redact: boolean) {
  const { path, poam, candidates, error } = detected;
  const chosen = candidates.find(({ template }) => template === poam?.template);
  return {
    version: 1,
    path,
    template: poam?.template.id ?? null,
    title: poam?.template.title ?? null,
    score: chosen ? rounded(chosen.score) : null,
    matched: chosen?.matched ?? null,
    of: chosen?.of ?? null,
    sheets: (poam?.registers ?? []).map(({ sheet, state, headingRow }) => ({ sheet, state, headingRow })),
    items: poam?.counts ?? null,
    packs: poam?.template.packs ?? [],
    differences: (poam?.differences ?? []).map(({ kind, at, expected, found }) => ({
      kind,
      cell: reference(at),
      expected: expected ?? null,
      found: redact ? null : (found ?? null),
    })),
    candidates: candidates
      .filter(({ matched }) => matched > 2)
      .slice(0, 5)
      .map(({ template, score, matched, of, sheet, headingRow }) => ({
        template: template.id,
        score: rounded(score),
        matched,
        of,
        sheet,
        headingRow,
      })),
    error,
  };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
