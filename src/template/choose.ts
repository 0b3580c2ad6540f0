import type { FieldName } from "../model/field.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Workbook } from "../model/workbook.js";
import { CLOSE, type DetectedForm, detect, holdsNoItems, isSure, LEAST_MATCHED, type SheetHeadings } from "./detect.js";
import { fold } from "./fold.js";
import { headingRows, vocabulary } from "./heading-rows.js";
import { type LayoutMatch, matchLayout, namesOf, type Synonyms } from "./match.js";

/** What the user said about the form; nothing said, the headings decide. */
export interface FormChoice {
  /** The file's name, for messages. */
  readonly fileName: string;
  readonly template?: Template | undefined;
  /** Headings of a home-made register and the fields that they mean. */
  readonly columns?: Readonly<Record<string, FieldName>> | undefined;
}

/** A form, and the heading rows of all sheets to hold against its layouts. */
export interface ChosenForm {
  readonly template: Template;
  readonly rows: SheetHeadings;
  /** The home-made sheets that make a register, for forms read through aliases. */
  readonly generic: readonly LayoutMatch[];
  /** What headings mean that are not the form's own. */
  readonly synonyms: Synonyms;
}

export function chooseForm(workbook: Workbook, templates: readonly Template[], choice: FormChoice): ChosenForm {
  const home = withColumns(
    choice.template?.framework === "generic" ? choice.template : genericOf(templates),
    choice.columns,
  );
  const synonyms = synonymsOf(genericOf(templates));
  if (choice.template && choice.template.framework !== "generic") {
    return { ...forced(workbook, choice.template, choice), generic: [], synonyms };
  }
  const detected = choice.template ? [] : detect(workbook, templates);
  const best = detected[0];
  if (best && isSure(best, workbook) && !isHomes(home, best)) {
    if (best.template.refusal) throw new UserError("companion", `${choice.fileName} ${best.template.refusal}.`);
    return { template: best.template, rows: best.rows, generic: [], synonyms };
  }
  const words = vocabulary([home]);
  const rows: SheetHeadings = new Map(workbook.sheets.map((sheet) => [sheet, headingRows(sheet, words)]));
  const insisted = choice.template !== undefined || hasMapped(rows, choice.columns);
  const generic = insisted || saysPoam(workbook, rows, choice.fileName) ? genericRegisters(home, rows, insisted) : [];
  if (generic.length > 0) return { template: home, rows, generic, synonyms };
  throw notRecognised(workbook, templates, detected, choice);
}

/** Nearly all headings of a register that poam itself has laid out are the generic form's, whatever other form has most of them. */
const NEARLY_ALL = 0.9;

function isHomes(home: Template, { template, rows, sheet, headingRow }: DetectedForm): boolean {
  const cells = [...rows].flatMap(([{ name }, all]) =>
    name === sheet ? all.filter(({ row }) => row === headingRow).flatMap((row) => row.cells) : [],
  );
  const exact = (of: Template) => {
    const headings = new Set(of.sheets.flatMap(({ columns }) => columns.map(({ heading }) => fold(heading))));
    return cells.filter(({ folded }) => headings.has(folded)).length;
  };
  return exact(home) >= cells.length * NEARLY_ALL && exact(home) > exact(template);
}

/** Whether a heading that the user has mapped stands anywhere: a map made for other workbooks says nothing of this one. */
function hasMapped(rows: SheetHeadings, columns: FormChoice["columns"] = {}): boolean {
  const mapped = new Set(Object.keys(columns).map(fold));
  return [...rows.values()].flat().some(({ cells }) => cells.some(({ folded }) => mapped.has(folded)));
}

function synonymsOf(generic: Template): Synonyms {
  const synonyms = new Map<string, FieldName>();
  for (const column of generic.sheets[0]!.columns) {
    for (const name of namesOf(column)) if (column.field && !synonyms.has(name)) synonyms.set(name, column.field);
  }
  return synonyms;
}

function forced(workbook: Workbook, template: Template, choice: FormChoice): Pick<ChosenForm, "template" | "rows"> {
  // Who names the form need not be told it apart from others.
  const { tellingHeadings: _, ...named } = template;
  const [form] = detect(workbook, [named]);
  if (form) return { template, rows: form.rows };
  throw unlike(choice, template);
}

/** The workbook is not in the form that was named, nor near it. */
export function unlike({ fileName }: FormChoice, { id }: Template): UserError {
  return new UserError(
    "no-headings",
    `${fileName}: no sheet here has enough headings of ${id} to be read by it. Leave out --template to see what poam makes of it.`,
  );
}

export function genericOf(templates: readonly Template[]): Template {
  const generic = templates.find(({ framework }) => framework === "generic");
  if (!generic) throw new Error("the generic template is missing");
  return generic;
}

/** Headings that the user has mapped come before the aliases. */
function withColumns(template: Template, columns: FormChoice["columns"]): Template {
  if (!columns) return template;
  const mapped = Object.entries(columns).map(([heading, field]) => ({ heading, field }));
  const sheets = template.sheets.map((sheet) => ({
    ...sheet,
    columns: [...mapped, ...sheet.columns.filter(({ field }) => !mapped.some((own) => own.field === field))],
  }));
  return { ...template, sheets };
}

/**
 * The sheets of a home-made register: the best row of each sheet whose headings name a weakness and a plan for it. A
 * scanner's export names weaknesses too; a due date, an owner, milestones or resources make it a plan.
 */
function genericRegisters(template: Template, rows: SheetHeadings, insisted: boolean): readonly LayoutMatch[] {
  const matches: LayoutMatch[] = [];
  for (const [sheet, candidates] of rows) {
    if (holdsNoItems(template, sheet.name)) continue;
    const best = candidates
      .map((row) => matchLayout(row, template.sheets[0]!))
      .filter((match) => (insisted ? match.columns.length > 0 : isPlan(match)))
      .sort((a, b) => b.columns.length - a.columns.length)[0];
    if (best) matches.push(best);
  }
  const most = Math.max(...matches.map(({ columns }) => columns.length));
  return matches.filter(({ columns }) => columns.length * 2 > most);
}

/**
 * Whether anything calls this a plan of action: the file's name, a sheet's, a title above the headings, or a heading that
 * registers of weaknesses have and others do not. Lists of bugs, risks, changes and incidents have owners and due dates too.
 */
function saysPoam(workbook: Workbook, rows: SheetHeadings, fileName: string): boolean {
  // Only of a POA&M there are reviews, whatever the copy is called.
  if (workbook.isReviewed || POAM_NAME.test(fileName)) return true;
  if (workbook.sheets.some(({ name }) => POAM_NAME.test(name))) return true;
  for (const [sheet, candidates] of rows) {
    for (const { cells } of candidates) if (cells.some(({ folded }) => POAM_HEADING.test(folded))) return true;
    const top = Math.min(TITLE_ROWS, sheet.rowCount);
    for (let cell = 0; top > 0 && cell < sheet.firstCell(top); cell++)
      if (POAM_NAME.test(sheet.text(cell))) return true;
  }
  return false;
}

const TITLE_ROWS = 8;
const POAM_NAME = /\bpoa\s?(?:&|&amp;|and|n)?\s?ms?\b|poam|plans? of actions?\b|corrective action/i;
const POAM_HEADING =
  /poa\s?&?\s?m\b|milestones|milestone (?:with|date|description|change|status|id|owner|due)|weakness|deficienc|corrective action|scheduled? completion|remediation (?:plan|action|completion)|planned remediation/;

function isPlan({ columns }: LayoutMatch): boolean {
  const fields = new Set(columns.flatMap(({ layout }) => layout.field ?? []));
  const has = (...names: FieldName[]) => names.some((name) => fields.has(name));
  return fields.size >= 4 && has("weakness", "description") && has(...PLAN_FIELDS);
}

const PLAN_FIELDS: FieldName[] = [
  "scheduledCompletion",
  "revisedCompletion",
  "completedOn",
  "milestones",
  "milestoneDescription",
  "milestoneDue",
  "pointOfContact",
  "resources",
];

/** Nothing here is a POA&M: says what is there instead, or which form comes closest. */
function notRecognised(
  workbook: Workbook,
  templates: readonly Template[],
  detected: readonly DetectedForm[],
  { fileName }: FormChoice,
): UserError {
  const samples = workbook.sheets.filter(({ name }) => /^(example|sample)/.test(fold(name)));
  const sampled = samples.length > 0 && detect({ ...workbook, sheets: samples.map(renamed) }, templates)[0];
  if (sampled && sampled.score > 0.6) {
    return new UserError(
      "only-example",
      `${fileName} has no register: only the form's '${samples[0]!.name}' sheet holds items, and those are samples.`,
    );
  }
  const closest = detected.find(
    ({ template, matched, score }) => !template.refusal && matched >= LEAST_MATCHED && score >= CLOSE,
  );
  const hint = closest
    ? ` Closest: ${closest.template.id}, ${closest.matched} of ${closest.of} headings, on '${closest.sheet}' row ${closest.headingRow}. To force it: --template ${closest.template.id}`
    : "";
  return new UserError("not-a-poam", `${fileName}: no sheet here looks like a POA&M.${hint}`);
}

/** Sample sheets are passed over by name; to see what they would be, they are looked at under another. */
function renamed(sheet: Workbook["sheets"][number]): Workbook["sheets"][number] {
  return Object.create(sheet, { name: { value: "POA&M" } });
}
