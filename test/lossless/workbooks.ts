import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A workbook to patch: what it is called in a test's name, and its bytes. */
export interface Subject {
  readonly name: string;
  readonly bytes: Buffer;
}

const isWorkbook = (name: string) => /\.xls[xm]$/.test(name);

/** The project's own workbooks of these folders of `fixtures`. */
export function fixtures(...folders: readonly string[]): Subject[] {
  return folders.flatMap((folder) =>
    readdirSync(`fixtures/${folder}`)
      .filter(isWorkbook)
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(`fixtures/${folder}/${name}`) })),
  );
}

/** Workbooks of other people, which are not part of the project: none where they are absent. */
export function corpus({ atMost }: { readonly atMost: number }): Subject[] {
  const folder = "../shared/corpus";
  if (!existsSync(folder)) {
    console.warn(`${folder} is absent: other people's workbooks are not patched`);
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isWorkbook)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) => bytes.length <= atMost);
}
