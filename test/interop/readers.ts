import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { columnNumber } from "../../src/model/cell.js";
import { covers } from "../lossless/raw-sheet.js";

const run = promisify(execFile);

/** A cell as another reader sees it: openpyxl's letter for its type, its value (a date's serial), its number format. */
export type SeenCell = readonly [type: string, value: unknown, format: string];

/** A workbook as another reader sees it. */
export interface Seen {
  readonly name: string;
  /** Why it could not be read. */
  readonly error?: string;
  readonly sheets?: Readonly<Record<string, SeenSheet>>;
  readonly names?: unknown;
}

export interface SeenSheet {
  readonly cells: Readonly<Record<string, SeenCell>>;
  /** Ranges, each with what is asked of it. */
  readonly validations: readonly (readonly [range: string, ...unknown[]])[];
  /** The ranges of conditional formats. */
  readonly formats: readonly string[];
  /** How many charts, pictures and pivot tables it has. */
  readonly drawings: readonly [number, number, number];
}

/** What openpyxl sees in the workbooks of a folder, by file name. */
export async function seenByOpenpyxl(folder: string): Promise<ReadonlyMap<string, Seen>> {
  const { stdout } = await run(findPython("openpyxl"), ["test/interop/dump.py", folder], { maxBuffer: 1 << 30 });
  const seen = stdout
    .trim()
    .split("\n")
    .map((line): Seen => JSON.parse(line));
  return new Map(seen.map((book) => [book.name, book]));
}

/** The rows of a CSV file as Python's csv module reads them. */
export async function rowsByPython(file: string): Promise<readonly (readonly string[])[]> {
  const { stdout } = await run(findPython("csv"), ["test/interop/rows.py", file], { maxBuffer: 1 << 30 });
  return JSON.parse(stdout);
}

/** A suite of a JUnit file as junitparser sees it. */
export interface SeenSuite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly cases: readonly {
    readonly name: string;
    readonly result: readonly string[];
    readonly lines: readonly string[];
  }[];
}

/** A heading of a Markdown file and the rows of the tables below it as markdown-it sees them; `kinds` are the marks within a cell. */
export interface SeenPart {
  readonly heading: string;
  readonly rows: readonly (readonly { readonly text: string; readonly kinds: readonly string[] }[])[];
}

/** What junitparser and markdown-it see in reports. */
export async function reportsByPython(
  junit: string,
  markdown: string,
): Promise<{ junit: readonly SeenSuite[]; markdown: readonly SeenPart[] }> {
  const { stdout } = await run(findPython("junitparser", "markdown_it"), ["test/interop/reports.py", junit, markdown], {
    maxBuffer: 1 << 30,
  });
  return JSON.parse(stdout);
}

/** What LibreOffice sees in the workbooks of a folder: it saves each anew, and what it saved is read. Missing are those that it cannot open. */
export async function seenByLibreOffice(folder: string, scratch: string): Promise<ReadonlyMap<string, Seen>> {
  const saved = join(scratch, "saved");
  mkdirSync(saved);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, "profile"))}`;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    await run("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, ...some]);
  }
  const seen = await seenByOpenpyxl(saved);
  // An .xlsm is saved as .xlsx.
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const book = seen.get(name.replace(/\.xlsm$/, ".xlsx"));
      return book ? [[name, withoutOwnWork(book)] as const] : [];
    }),
  );
}

/**
 * Leaves out what LibreOffice works out by itself when it opens and saves: what pivot tables and array formulas come to, and how
 * far below the last row ranges reach.
 */
function withoutOwnWork(book: Seen): Seen {
  const sheets = Object.entries(book.sheets ?? {}).filter(([, { drawings }]) => drawings[2] === 0);
  const start = (range: string) => range.replaceAll(/:[A-Z]+\d+/g, "");
  return {
    ...book,
    sheets: Object.fromEntries(
      sheets.map(([name, sheet]) => {
        const arrays = Object.values(sheet.cells).flatMap(([, value]) =>
          Array.isArray(value) ? [String(value[0])] : [],
        );
        const isOwn = (cell: string) => arrays.some((range) => covers(range, ...placeOf(cell)));
        return [
          name,
          {
            ...sheet,
            cells: Object.fromEntries(Object.entries(sheet.cells).filter(([cell]) => !isOwn(cell))),
            validations: sheet.validations.map(([range, ...asked]) => [start(range), ...asked]),
            formats: sheet.formats.map(start),
          },
        ];
      }),
    ),
  };
}

function placeOf(cell: string): [row: number, column: number] {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell)!;
  return [Number(digits), columnNumber(letters!)];
}

/** LibreOffice 7.4 converts some 245 files and then leaves without a word. */
const AT_ONCE = 100;

/** A Python that has openpyxl: the user's, or Debian's. */
function findPython(...modules: readonly (keyof typeof DEBIAN)[]): string {
  const python = ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", `import ${modules.join(", ")}`]).status === 0,
  );
  if (python) return python;
  const packages = modules.map((name) => DEBIAN[name]).join(" ");
  throw new Error(`No python3 has ${modules.join(" and ")}: install ${packages} (Debian).`);
}

const DEBIAN = {
  csv: "python3",
  openpyxl: "python3-openpyxl",
  junitparser: "python3-junitparser",
  markdown_it: "python3-markdown-it",
} as const;
