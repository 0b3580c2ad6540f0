import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A cell as another reader sees it: openpyxl's letter for its type, its value, its number format. */
export type SeenCell = readonly [type: string, value: unknown, format: string];

/** A workbook as another reader sees it. */
export interface Seen {
  readonly name: string;
  /** Why it could not be read. */
  readonly error?: string;
  readonly sheets?: Readonly<Record<string, { readonly cells: Readonly<Record<string, SeenCell>> }>>;
  readonly names?: unknown;
}

/** What openpyxl sees in the workbooks of a folder, by file name. */
export function seenByOpenpyxl(folder: string): ReadonlyMap<string, Seen> {
  const text = execFileSync(findPython(), ["test/interop/dump.py", folder], { encoding: "utf8", maxBuffer: 1 << 30 });
  const seen = text
    .trim()
    .split("\n")
    .map((line): Seen => JSON.parse(line));
  return new Map(seen.map((book) => [book.name, book]));
}

/** What LibreOffice sees in the workbooks of a folder: it saves each anew, and what it saved is read. Missing are those that it cannot open. */
export function seenByLibreOffice(folder: string, scratch: string): ReadonlyMap<string, Seen> {
  const saved = join(scratch, "saved");
  mkdirSync(saved);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, "profile"))}`;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, ...some], {
      stdio: "ignore",
    });
  }
  const seen = seenByOpenpyxl(saved);
  // An .xlsm is saved as .xlsx.
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const book = seen.get(name.replace(/\.xlsm$/, ".xlsx"));
      return book ? [[name, book] as const] : [];
    }),
  );
}

/** LibreOffice 7.4 converts some 245 files and then leaves without a word. */
const AT_ONCE = 100;

/** A Python that has openpyxl: the user's, or Debian's. */
function findPython(): string {
  const python = ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", "import openpyxl"]).status === 0,
  );
  if (!python) throw new Error("No python3 has openpyxl: install python3-openpyxl (Debian), or pip install openpyxl.");
  return python;
}
