/** A pattern taken apart: the folder to look in, what paths below it must match, and how many folders deep they can lie. */
export interface GlobPattern {
  readonly base: string;
  readonly pattern: RegExp;
  readonly depth: number;
}

/** Whether a path is a pattern: `*`, `?`, `[a-z]`, `{a,b}`. */
export function hasMagic(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** Reads a pattern with `/` between folders. Node 20 has no glob of its own; this knows what shells know, without escapes. */
export function globPattern(glob: string): GlobPattern {
  const parts = glob.split("/");
  const plain = parts.findIndex(hasMagic);
  const rest = parts.slice(plain);
  const base = parts.slice(0, plain).join("/");
  return {
    base: plain > 0 ? base || "/" : ".",
    pattern: expression(rest.map(partSource).join("/").replaceAll(`${ANY_FOLDERS}/`, ANY_FOLDERS)),
    depth: rest.includes("**") ? Number.POSITIVE_INFINITY : rest.length,
  };
}

/** `{a,b}`, in patterns that have it. */
const CHOICES: Readonly<Record<string, string>> = { "{": "(?:", ",": "|", "}": ")" };

const ANY_FOLDERS = "(?:.*/)?";

/** A pattern that makes no sense (`[z-a]`) matches nothing. */
function expression(source: string): RegExp {
  try {
    return new RegExp(`^${source}$`, "iu");
  } catch {
    return /(?!)/;
  }
}

function partSource(part: string, index: number, parts: readonly string[]): string {
  if (part === "**") return index === parts.length - 1 ? ".*" : ANY_FOLDERS;
  const choices = /\{.*\}/.test(part);
  return part.replace(/\[(!?)([^\]]+)\]|[\s\S]/g, (token, not: string | undefined, set: string | undefined) => {
    if (set !== undefined) return `[${not ? "^" : ""}${set.replace(/[\\^[]/g, "\\$&")}]`;
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (choices && CHOICES[token]) return CHOICES[token];
    return token.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
  });
}
