/** A pattern taken apart: the folder to look in, what paths below it must match, and how many folders deep they can lie. */
export interface GlobPattern {
  readonly base: string;
  readonly matches: (path: string) => boolean;
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
  const start = stateFor(rest.join("/").toLowerCase(), END);
  return {
    base: plain > 0 ? base || "/" : ".",
    matches: (path) => runs(start, path.toLowerCase()),
    depth: rest.includes("**") ? Number.POSITIVE_INFINITY : rest.length,
  };
}

/** Tells of paths from a folder whether they match a pattern from there; what ends in a slash means all below. */
export function globMatcher(glob: string): (path: string) => boolean {
  const whole = glob
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/$/, "/**");
  const start = stateFor(whole.toLowerCase(), END);
  return (path) => runs(start, path.toLowerCase());
}

/**
 * A pattern is run as a machine that is in several states at once: a regular expression would go back at each `*`, and a
 * name that almost matches could keep it busy for ever.
 */
interface State {
  /** Read one character where the test allows it. */
  readonly steps: { readonly test: (character: string) => boolean; readonly next: State }[];
  /** Reached without reading. */
  readonly also: State[];
}

const END: State = { steps: [], also: [] };

function runs(start: State, path: string): boolean {
  let states = closure([start]);
  for (const character of path) {
    const next: State[] = [];
    for (const { steps } of states) for (const step of steps) if (step.test(character)) next.push(step.next);
    states = closure(next);
    if (states.size === 0) return false;
  }
  return states.has(END);
}

function closure(states: readonly State[]): ReadonlySet<State> {
  const all = new Set(states);
  for (const { also } of all) for (const state of also) all.add(state);
  return all;
}

/** The state from which the whole pattern, and then what `next` wants, is still to be read. */
function stateFor(glob: string, next: State): State {
  return tokens(glob).reduceRight((tail, token) => {
    if (token === "**") return loop(() => true, tail);
    if (token.startsWith("**/")) return anyFolders(tail);
    if (token.startsWith("*")) return loop((character) => character !== "/", tail);
    const choices = token.length > 1 && token.startsWith("{") ? choicesOf(token) : [];
    if (choices.length > 0) return { steps: [], also: choices.map((choice) => stateFor(choice, tail)) };
    return { steps: [{ test: testFor(token), next: tail }], also: [] };
  }, next);
}

function loop(test: (character: string) => boolean, next: State): State {
  const state: State = { steps: [], also: [next] };
  state.steps.push({ test, next: state });
  return state;
}

/** No folder at all, or whatever ends with a slash. */
function anyFolders(next: State): State {
  const within: State = { steps: [{ test: (character) => character === "/", next }], also: [] };
  within.steps.push({ test: () => true, next: within });
  return { steps: [], also: [next, within] };
}

/** `**` where it stands for folders, other stars, `[a-z]` or `[!a-z]`, or one character. */
const TOKEN = /(?<=^|\/)\*\*(?:\/|$)|\*+|\[!?[^\]/]+\]|./suy;

/** The pattern's tokens; `{a,b}` is one, up to the brace that closes it. */
function tokens(glob: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < glob.length; at += found.at(-1)!.length) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(glob)!;
    found.push(token === "{" ? glob.slice(at, closingBrace(glob, at) + 1) : token);
  }
  return found;
}

/** Where the brace closes; where none does, it stands for itself. */
function closingBrace(glob: string, from: number): number {
  let depth = 0;
  for (let at = from; at < glob.length; at++) {
    if (glob[at] === "{") depth++;
    if (glob[at] === "}" && --depth === 0) return at;
  }
  return from;
}

/** What stands between the commas of `{a,{b,c}}`, leaving those of inner braces. */
function choicesOf(token: string): string[] {
  const choices = [""];
  let depth = 0;
  for (const character of token.slice(1, -1)) {
    if (character === "{") depth++;
    if (character === "}") depth--;
    if (character === "," && depth === 0) choices.push("");
    else choices[choices.length - 1] += character;
  }
  return choices;
}

function testFor(token: string): (character: string) => boolean {
  if (token === "?") return (character) => character !== "/";
  if (token.length < 3 || !token.startsWith("[")) return (character) => character === token;
  const [, not, set] = /^\[(!?)(.+)\]$/su.exec(token)!;
  try {
    const inSet = new RegExp(`^[${set!.replace(/[\\^[]/g, "\\$&")}]$`, "iu");
    return (character) => character !== "/" && inSet.test(character) === (not === "");
  } catch {
    // A set that makes no sense (`[z-a]`) matches nothing.
    return () => false;
  }
}
