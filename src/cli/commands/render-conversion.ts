import { basename, resolve } from "node:path";
import { type Gathered, layOutItems, nothingLost } from "../../convert.js";
import type { IsoDate } from "../../model/date.js";
import type { LossReport } from "../../model/losses.js";
import type { Template } from "../../model/template.js";
import { UserError } from "../../model/user-error.js";
import { named } from "../errors.js";
import type { Session } from "../program.js";
import { packageFacts } from "../version.js";
import type { ItemsTarget } from "./convert-target.js";

/** A conversion as it is written, and what became of every value. */
export interface Rendered {
  readonly content: Buffer | Iterable<string>;
  readonly losses: LossReport;
}

/** Excel's limit; files of text have none. */
const CELL = 32_767;

/** The items in the target's form; only what that needs is loaded. */
export async function renderedItems(
  gathered: Gathered,
  target: ItemsTarget,
  asOf: IsoDate,
  session: Session,
): Promise<Rendered> {
  const tool = `poam ${packageFacts().version}`;
  switch (target.kind) {
    case "json": {
      const { itemsJson } = await import("../../workbook/items-json.js");
      return { content: itemsJson(gathered.carried, { tool }), losses: nothingLost(gathered, "json") };
    }
    case "oscal": {
      const { oscalPoam } = await import("../../oscal/write.js");
      return { content: oscalPoam(gathered.carried, { asOf, tool }), losses: nothingLost(gathered, "oscal") };
    }
    case "csv": {
      const { csvSheet } = await import("../../template/csv-sheet.js");
      const generic = (await session.engine.templates()).find(({ id }) => id === "generic")!;
      return asCsv(gathered, { ...generic, id: "csv", header: [] }, [csvSheet(gathered.carried, generic)]);
    }
    case "form": {
      const { template } = target;
      const { layOut } = await import("../../template/lay-out.js");
      const sheets = layOut(template, gathered.carried);
      if (template.medium === "csv") return asCsv(gathered, template, sheets);
      const { placed, losses } = layOutItems(gathered, { template, sheets, cell: CELL });
      const { newWorkbook } = await import("../../workbook/new-workbook.js");
      return { content: await newWorkbook(template, placed, { asOf, tool }), losses };
    }
    case "blank":
      return filled(gathered, target.path, target.template, session);
  }
}

async function asCsv(
  gathered: Gathered,
  template: Template,
  sheets: Parameters<typeof layOutItems>[1]["sheets"],
): Promise<Rendered> {
  const { csvText } = await import("../../workbook/items-csv.js");
  const { placed, losses } = layOutItems(gathered, { template, sheets, cell: Number.POSITIVE_INFINITY });
  const [{ sheet, items }] = placed.sheets as [(typeof placed.sheets)[number]];
  return { content: csvText(sheet, items), losses };
}

/** The publisher's own blank, filled by patches. */
async function filled(
  gathered: Gathered,
  path: string,
  wanted: Template | undefined,
  { host, engine }: Session,
): Promise<Rendered> {
  const bytes = await named(path, "into", () => host.files.read(resolve(host.cwd, path)));
  const workbook = await engine.openWorkbook(bytes, basename(path));
  const templates = await engine.templates();
  // A form of the user's own is not known by its headings.
  const template = templates.includes(wanted!) ? undefined : wanted;
  const blank = await engine.readPoam(workbook, templates, { template, fileName: path, columns: undefined });
  if (wanted && blank.template.id !== wanted.id) {
    throw new UserError(
      "usage",
      `--into ${path} is ${blank.template.id}, and --to asks for ${wanted.id}: leave out --to.`,
    );
  }
  const [{ sheetsOf }, { fillWorkbook }] = await Promise.all([
    import("../../rows/item-sheets.js"),
    import("../../fill-workbook.js"),
  ]);
  const target = { template: blank.template, sheets: sheetsOf(blank), cell: CELL };
  const { placed, losses } = layOutItems(gathered, target);
  const { patched, notes } = await fillWorkbook({ bytes, file: path, poam: blank }, placed);
  return { content: patched.bytes, losses: { ...losses, notes: [...losses.notes, ...notes] } };
}
