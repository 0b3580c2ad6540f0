import { readFileSync } from "node:fs";
import { addDays, type IsoDate } from "../../src/model/date.js";
import type { Evidence, KevEntry, VerFacts } from "../../src/model/evidence.js";
import type { FieldName } from "../../src/model/field.js";
import type { PoamItem } from "../../src/model/item.js";
import type { Poam } from "../../src/model/poam.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { exampleEvidence, exampleWorkbook } from "../example-workbook.js";
import { TEMPLATES, templateNamed } from "../templates.js";
import { type Grid, openGrid, readGrid } from "./register.js";

/** A faultless workbook, the day as of which it is so, and the packs by which it is judged unless a plant names others. */
export interface Book {
  readonly grid: Grid;
  readonly poam: Poam;
  readonly asOf: IsoDate;
  readonly packs: readonly string[];
}

export type BookName =
  | "fedramp-2.1"
  | "fedramp-3.0"
  | "emass-navy"
  | "emass-army"
  | "emass-2020"
  | "cmmc"
  | "cmmc-l3"
  | "generic";

/** What can be made from a workbook so that nothing is found in it: last month's POA&M and the companion documents. */
export type Companion = "previous" | "inventory" | "deviations" | "riskExposure" | "kev" | "ver";

const OTHER_DAYS: Readonly<Record<string, string>> = JSON.parse(readFileSync("fixtures/ok/as-of.json", "utf8"));

/** The five workbooks of `fixtures/ok`, and those that are made of them for the forms and packs that they leave out. */
export async function books(): Promise<Readonly<Record<BookName, Book>>> {
  const navy = await fixture("emass-navy-2026.xlsx");
  const cmmc = await fixture("cmmc.xlsx");
  return {
    "fedramp-2.1": await fixture("fedramp-v2.1.xlsx"),
    "fedramp-3.0": await fixture("fedramp-v3.0.xlsx"),
    "emass-navy": navy,
    "emass-army": remade(navy, "emass-army-2026", (row) => row),
    "emass-2020": remade(navy, "emass-2020", classic),
    cmmc,
    "cmmc-l3": levelThree(cmmc),
    generic: await fixture("generic.xlsx"),
  };
}

async function fixture(name: string): Promise<Book> {
  const workbook = await openWorkbook(readFileSync(`fixtures/ok/${name}`), name);
  const { template } = readPoam(workbook, TEMPLATES, { fileName: name });
  const grid = openGrid(workbook, template);
  return { grid, poam: readGrid(grid), asOf: OTHER_DAYS[name] ?? "2026-03-31", packs: template.packs };
}

type Row = Partial<Record<FieldName, string>>;

/** The same items in another form, as far as it has their fields; each with its further milestones below it. */
function remade(book: Book, id: string, remake: (row: Row) => Row): Book {
  const template = templateNamed(id);
  const rows: Row[] = [];
  for (const item of book.poam.items()) {
    for (const one of [item, ...item.continuations]) rows.push(remake(rowOf(one)));
  }
  const workbook = exampleWorkbook({ template: id, rows, banner: "***** CONTROLLED UNCLASSIFIED INFORMATION *****" });
  const grid = openGrid(workbook, template);
  return { ...book, grid, poam: readGrid(grid) };
}

function rowOf(item: PoamItem): Row {
  const row: Row = {};
  for (const field of FIELDS_OF_EMASS) {
    const text = item[field]?.text;
    if (text) row[field] = text;
  }
  return row;
}

const FIELDS_OF_EMASS: readonly FieldName[] = [
  ...(["id", "description", "controls", "sourceIdentifier", "status", "scheduledCompletion"] as const),
  ...(["acceptanceExpires", "completedOn", "milestoneId", "milestoneDescription", "milestoneStatus"] as const),
  ...(["milestoneDue", "milestoneCompletedOn", "source", "sourceDetails", "pointOfContact", "resources"] as const),
  ...(["comments", "originalRating", "assets", "mitigations", "predisposingConditions", "severity"] as const),
  ...(["relevanceOfThreat", "threatDescription", "likelihood", "impact", "impactDescription"] as const),
  ...(["residualRisk", "recommendations", "mitigatedRisk"] as const),
];

/** The form of 2020 has milestones and days of completion in words. */
function classic(row: Row): Row {
  const { milestoneDescription: text, milestoneDue: due, completedOn, status, ...rest } = row;
  const { milestoneId, milestoneStatus, milestoneCompletedOn, acceptanceExpires, originalRating, ...kept } = rest;
  const american = (day: string) => day.replace(/(\d{4})-(\d\d)-(\d\d)/, "$2/$3/$1");
  return {
    ...kept,
    ...(status && { status: completedOn ? `${status} ${american(completedOn)}` : status }),
    ...(text && due && { milestones: `${text} ${american(due)}` }),
  };
}

/** Four open requirements of Level 3 are as many as may be; the other open items are closed ones' rows left out. */
function levelThree(cmmc: Book): Book {
  const grid = { ...cmmc.grid, sheets: structuredClone(cmmc.grid.sheets) };
  const { poam } = cmmc;
  const register = poam.registers[0]!;
  const column = (field: FieldName) => register.columns.find((one) => one.field === field)!.column - 1;
  const ids = [...LEVEL_3];
  let open = 0;
  for (const { state, row } of poam.items()) {
    const cells = grid.sheets[register.sheet]![row]!;
    if ((state === "open" && ++open > 4) || ids.length === 0) {
      delete grid.sheets[register.sheet]![row];
      continue;
    }
    cells[column("controls")] = ids.shift();
    cells[column("requirementPoints")] = "1";
  }
  return { grid, poam: readGrid(grid), asOf: cmmc.asOf, packs: ["cmmc-l3", "best-practice"] };
}

const LEVEL_3 = ["AC.L3-3.1.2e", "AC.L3-3.1.3e", "AT.L3-3.2.1e", "AT.L3-3.2.2e", "CM.L3-3.4.1e", "CM.L3-3.4.2e"];

/** The evidence of that kind in which a faultless workbook agrees with everything. */
export function companions(book: Book, wanted: readonly Companion[], before: Grid = book.grid): Evidence {
  const has = (kind: Companion) => wanted.includes(kind);
  const items = [...book.poam.items()];
  const open = items.filter(({ state }) => state === "open");
  const text = (item: PoamItem, ...fields: FieldName[]): Row =>
    Object.fromEntries(fields.flatMap((field) => (item[field]?.text ? [[field, item[field]!.text]] : [])));
  const hosts = new Set(items.flatMap(({ assets }) => assets?.value?.map(({ name }) => name) ?? []));
  const risk = (item: PoamItem) =>
    text(item, "id", "weakness", "controls", "originalRating", "detectedOn", "sourceIdentifier");
  const { previous: _, ...evidence } = exampleEvidence({
    rows: [],
    ...(has("inventory") && { inventory: [...hosts].map((assets) => ({ assets, assetPublic: "No" })) }),
    ...(has("deviations") && { deviations: open.filter(isDeviating).map((item, i) => request(item, i, text)) }),
    ...(has("riskExposure") && { riskExposure: { rows: open.map(risk) } }),
    ...(has("kev") && { kev: open.flatMap((item) => catalogued(item)) }),
    ...(has("ver") && { ver: Object.fromEntries(open.map((item) => [item.id!.text, evaluated(item)])) }),
  });
  return { ...evidence, ...(has("previous") && { previous: readGrid(before) }) };
}

const ANSWERS = { riskAdjustment: "RA", falsePositive: "FP", operationalRequirement: "OR" } as const;

function isDeviating(item: PoamItem): boolean {
  return Object.keys(ANSWERS).some((field) =>
    ["Yes", "Pending"].includes(item[field as keyof typeof ANSWERS]?.text ?? ""),
  );
}

function request(item: PoamItem, index: number, text: (item: PoamItem, ...fields: FieldName[]) => Row): Row {
  const [field, type] = Object.entries(ANSWERS).find(([field]) =>
    ["Yes", "Pending"].includes(item[field as keyof typeof ANSWERS]?.text ?? ""),
  )!;
  const answer = item[field as keyof typeof ANSWERS]!.text;
  return {
    ...text(item, "id", "originalRating", "adjustedRating", "detectedOn", "cves"),
    requestNumber: String(index + 1),
    requestType: type,
    requestStatus: answer === "Yes" ? "Approved" : "Pending",
  };
}

function catalogued({ kevTracking, kevDueDate, cves }: PoamItem): readonly KevEntry[] {
  if (kevTracking?.value !== "Yes") return [];
  const dueOn = kevDueDate!.value!;
  return cves!.value!.map((cve) => ({ cve, addedOn: addDays(dueOn, -21), dueOn }));
}

/** Evaluated on the day after it was found, and of the least weight. */
function evaluated({ detectedOn }: PoamItem): VerFacts {
  return {
    evaluatedOn: addDays(detectedOn!.value!, 1),
    internetReachable: false,
    likelyExploitable: false,
    rating: 1,
    publiclyExposed: false,
    automatable: false,
    technicalImpact: "partial",
  };
}
