import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What the package exports, from the declarations that `npm run build` leaves in a folder: each name with what it takes and
 * gives, by name, without comments. Throws where a name's declaration is not found.
 */
export function apiOf(folder: string): string {
  const exported = exportsOf(join(folder, "index.d.ts")).map(({ name, path, original }) => ({
    name,
    text: declarationOf(path, original).replace(new RegExp(`\\b${original}\\b`), name),
  }));
  return exported
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => `${text}\n`)
    .join("\n");
}

interface Exported {
  /** What users call it, and what its file calls it. */
  readonly name: string;
  readonly original: string;
  readonly path: string;
}

function exportsOf(path: string): readonly Exported[] {
  return [...code(path).matchAll(/^export (?:type )?\{([^}]*)\} from "(.*)";$/gm)].flatMap(([, names, from]) =>
    names!.split(",").map((part) => {
      const [original = "", name = original] = part
        .trim()
        .replace(/^type /, "")
        .split(" as ");
      return { name, original, path: join(dirname(path), from!.replace(/\.js$/, ".d.ts")) };
    }),
  );
}

/** A declaration ends with its first line, or with the brace that closes it. */
function declarationOf(path: string, name: string): string {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  const head = `^export (?:declare )?(?:(?:async )?function|const|class|interface|type) ${name}\\b`;
  const found = new RegExp(`${head}(?:.*;$|[\\s\\S]*?^\\}.*$)`, "m").exec(code(path));
  if (found) return found[0];
  const further = exportsOf(path).find((one) => one.name === name);
  if (!further) throw new Error(`${path} declares no ${name}`);
  return declarationOf(further.path, further.original);
}

function code(path: string): string {
  return readFileSync(path, "utf8").replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "");
}
