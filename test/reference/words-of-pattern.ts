/**
 * The words that a regular expression looks for: whole ones, and beginnings, ends and middles of words, which have a `-` where
 * letters may follow or precede (`jan-`, `-scan-`). Letters are folded to small ones.
 */
export function wordsOfPattern(source: string): ReadonlySet<string> {
  const words = new Set<string>();
  const reader = { source, at: 0, words };
  let all = NOTHING;
  // Beyond its ends, a pattern that has no mark there may go on with any letter.
  all = joined(joined(OPEN, alternatives(reader), words), OPEN, words);
  for (const word of [...all.whole, ...all.starts, ...all.ends]) note(word, words);
  return words;
}

/** Runs of letters that a piece of a pattern can be: the whole of it, what it starts with, and what it ends with, where it holds a mark. */
interface Runs {
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

interface Reader {
  readonly source: string;
  at: number;
  readonly words: Set<string>;
}

const runs = (whole: Iterable<string>, starts: Iterable<string> = [], ends: Iterable<string> = []): Runs => ({
  whole: new Set(whole),
  starts: new Set(starts),
  ends: new Set(ends),
});
const NOTHING = runs([""]);
const OPEN = runs(["-"]);
const MARK = runs([], [""], [""]);

function note(word: string, words: Set<string>): void {
  const folded = word.toLowerCase().replace(/-+/g, "-");
  for (const piece of folded.split(/(?<=[a-z])-(?=[a-z])/)) {
    const inner =
      folded === piece ? piece : `${folded.startsWith(piece) ? "" : "-"}${piece}${folded.endsWith(piece) ? "" : "-"}`;
    if (/[a-z]{2}/.test(inner)) words.add(inner);
  }
}

function joined(one: Runs, other: Runs, words: Set<string>): Runs {
  for (const end of one.ends) for (const start of other.starts) note(end + start, words);
  return runs(
    product(one.whole, other.whole),
    [...one.starts, ...product(one.whole, other.starts)],
    [...other.ends, ...product(one.ends, other.whole)],
  );
}

function product(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].flatMap((left) => [...other].map((right) => (left + right).replace(/-+/g, "-")));
}

function either(all: readonly Runs[]): Runs {
  return runs(
    all.flatMap(({ whole }) => [...whole]),
    all.flatMap(({ starts }) => [...starts]),
    all.flatMap(({ ends }) => [...ends]),
  );
}

function alternatives(reader: Reader): Runs {
  const all = [sequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    all.push(sequence(reader));
  }
  return either(all);
}

function sequence(reader: Reader): Runs {
  let all = NOTHING;
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at]!)) {
    const piece = atom(reader);
    const times = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at));
    if (times) reader.at += times[0].length;
    const optional = times && (/^[*?]/.test(times[0]) || times[1] === "0");
    all = joined(all, optional ? either([piece, NOTHING]) : piece, reader.words);
  }
  return all;
}

function atom(reader: Reader): Runs {
  const { source } = reader;
  const sign = source[reader.at++]!;
  if (sign === "(") return group(reader);
  if (sign === "[") return set(reader);
  if (sign === "\\") return escaped(reader);
  if (sign === ".") return either([OPEN, MARK]);
  return /[A-Za-z]/.test(sign) ? runs([sign.toLowerCase()]) : MARK;
}

function group(reader: Reader): Runs {
  const kind = /^\?(?:<[=!]|[:=!]|<\w+>)/.exec(reader.source.slice(reader.at))?.[0] ?? "";
  reader.at += kind.length;
  const looksAround = /[=!]/.test(kind);
  // What is looked for ahead or behind is a pattern of its own.
  const inner = alternatives(looksAround ? { ...reader, at: reader.at } : reader);
  if (looksAround) {
    const own: Reader = reader;
    for (const word of [...inner.whole, ...inner.starts, ...inner.ends]) note(word, reader.words);
    alternatives(own);
  }
  reader.at++;
  return looksAround ? NOTHING : inner;
}

function set(reader: Reader): Runs {
  const found = /^(?:[^\]\\]|\\.)*\]/.exec(reader.source.slice(reader.at))![0];
  reader.at += found.length;
  const inside = found.slice(0, -1);
  if (/^\^/.test(inside)) return /a-z|\\w|\\p\{L\}/.test(inside) ? MARK : either([OPEN, MARK]);
  if (/[a-z]-[a-z]|[A-Z]-[A-Z]|\\w|\\p\{L\}/.test(inside)) return either([OPEN, MARK]);
  const letters = inside.replace(/\\(?:u[\da-f]{4}|p\{\w+\}|.)/gi, "").match(/[A-Za-z]/g) ?? [];
  const others = letters.length === 0 || /[^A-Za-z]/.test(inside);
  return either([...letters.map((letter) => runs([letter.toLowerCase()])), ...(others ? [MARK] : [])]);
}

function escaped(reader: Reader): Runs {
  const found = /^(?:u[\da-f]{4}|x[\da-f]{2}|p\{\w+\}|P\{\w+\}|k<\w+>|\d|.)/i.exec(reader.source.slice(reader.at))![0];
  reader.at += found.length;
  if (/^(?:w|p\{L)/.test(found)) return either([OPEN, MARK]);
  return MARK;
}
