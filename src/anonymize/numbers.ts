import type { Draw } from "./stand-ins.js";

/** Digits in place of others: as many, the same each time, and of no other number. */
export interface Numbers {
  /** A run of digits. A zero at its beginning stays one; what can be a port stays one. */
  digits(run: string): string;
  /** Letters and digits by turns, as in serial numbers, in the case that they have. */
  code(run: string): string;
  /** The digits of a text, the signs between them left. */
  shape(text: string): string;
  /** Hexadecimal digits, in the case that they have; zeros stay. */
  hex(run: string): string;
  /** An IPv4 address: in the same network as before with others, private or public as it was; its last number stays. */
  address(octets: readonly number[]): string;
}

/** The highest port. */
const PORT = 65_535;

export function numbers(draw: Draw): Numbers {
  const runs = drawnOnce();
  const hexes = drawnOnce();
  const codes = drawnOnce();
  const octets = drawnOnce();
  const digits = (run: string) => runs(`${run}`, () => sameShape(run, draw));
  return {
    digits,
    code: (run) => codes(run, () => codeLike(run, draw)),
    shape: (text) => {
      let all = digits(text.replace(/\D/g, ""));
      return text.replace(/\d/g, () => {
        const [first = "0"] = all;
        all = all.slice(1);
        return first;
      });
    },
    hex: (run) => hexes(run.toLowerCase(), () => hexLike(run.toLowerCase(), draw)),
    address(all) {
      const [first = 0] = all;
      const fixed = PRIVATE.find((start) => start.every((octet, index) => all[index] === octet)) ?? [];
      return all
        .map((octet, index) => {
          if (index < fixed.length || index === all.length - 1) return octet;
          const isFirst = index === 0;
          const place = `${all.slice(0, index).join(".")}/${index}`;
          const like = isFirst ? isPublic : first === 172 && index === 1 ? isOf172 : undefined;
          return Number(
            octets(`${place}:${octet}`, () => String(octetLike(octet, draw, like?.(octet) ? like : undefined)), place),
          );
        })
        .join(".");
    },
  };
}

function codeLike(run: string, draw: Draw): string {
  return run
    .replace(/\d/g, () => String(draw(10)))
    .replace(/[a-z]/g, () => LETTERS[draw(LETTERS.length)]!)
    .replace(/[A-Z]/g, () => LETTERS[draw(LETTERS.length)]!.toUpperCase());
}

/** No vowels: no word comes of them. */
const LETTERS = "bcdfghjkmnpqrstvwxz";

/** With a digit after every four letters, so that no word comes of it. */
function hexLike(run: string, draw: Draw): string {
  return run
    .replace(/[1-9a-f]/g, () => HEX[draw(HEX.length)]!)
    .replace(/([a-f]{4})[a-f]/g, (_, letters: string) => `${letters}${1 + draw(9)}`);
}

const HEX = "123456789abcdef";
const PRIVATE = [[10], [127], [192, 168], [169, 254], [172], [0], [255]];

function isPublic(octet: number): boolean {
  return octet > 0 && octet < 224 && ![10, 127, 169, 172, 192].includes(octet);
}

function isOf172(octet: number): boolean {
  return octet >= 16 && octet < 32;
}

/** As often divisible by two, so that a network's own address stays one. */
function octetLike(octet: number, draw: Draw, like: ((octet: number) => boolean) | undefined): number {
  const all = Array.from({ length: 256 }, (_, other) => other).filter(
    (other) => other !== 255 && twos(other) === twos(octet) && (!like || like(other)),
  );
  return octet === 255 || all.length < 2 ? octet : all[draw(all.length)]!;
}

function twos(octet: number): number {
  return octet === 0 ? 8 : 31 - Math.clz32(octet & -octet);
}

function sameShape(run: string, draw: Draw): string {
  const zeros = /^0*/.exec(run)![0];
  const rest = run.length - zeros.length;
  for (;;) {
    let made = zeros;
    for (let index = 0; index < rest; index++) made += index === 0 ? 1 + draw(9) : draw(10);
    if (run.length !== 5 || zeros !== "" || Number(run) > PORT === Number(made) > PORT) return made;
  }
}

/** Draws for each key once; within a `group` no two keys get the same unless all are given. */
function drawnOnce(): (key: string, make: () => string, group?: string) => string {
  const known = new Map<string, string>();
  const given = new Set<string>();
  return (key, make, group = "") => {
    let made = known.get(key);
    for (let tries = 0; made === undefined; tries++) {
      const next = make();
      if (tries < 2000 && (given.has(`${group}=${next}`) || (tries < 100 && next === key))) continue;
      made = next;
      known.set(key, made);
      given.add(`${group}=${made}`);
    }
    return made;
  };
}
