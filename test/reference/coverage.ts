import type { Pack } from "../../src/packs/pack.js";
import { entriesOf } from "../../src/packs/pack.js";
import type { Rule } from "../../src/rules/rule.js";

/** The numbered rules that frameworks are known to have, by the sources they were collected from. */
export const NUMBERED: readonly { readonly title: string; readonly numbers: readonly string[] }[] = [
  {
    title: "FedRAMP: the POA&M template, its guide, continuous monitoring",
    numbers: numbers("F", "1-10 20-30 40-43 50-57 60-68 70-74 80-84 90-104 110-113 120 130-136", 3),
  },
  {
    title: "RMF / eMASS: the import template and the API",
    numbers: numbers("EM", "1-5 10-19 30-47 60-69 80-97 110-114 130-135 150-158", 3),
  },
  {
    title: "CMMC, DFARS and SPRS, FISMA, CMS, CISA and others",
    numbers: [
      ...numbers("CM", "1-17", 3),
      ...numbers("DF", "1-6", 3),
      ...numbers("FI", "1-7", 3),
      ...numbers("CS", "1-3", 3),
      ...numbers("BO", "1-4", 3),
      "DD001",
      "GR001",
      "DH001",
    ],
  },
  {
    title: "What every POA&M needs, and good practice",
    numbers: [...numbers("R", "1-12", 1), ...numbers("O", "1-4", 1), ...numbers("P", "1-13", 1)],
  },
];

/** The coverage of all numbered rules, as Markdown. */
export function coverageTable(packs: readonly Pack[], rules: readonly Rule[]): string {
  return [
    "# Packs and what they cover",
    "",
    "Made from the packs by `npm run generate`. Every numbered rule of the frameworks' sources, and which of poam's rules carries",
    "it out, how grave it is and whether `poam` can correct it; or why a sheet cannot show it.",
    "",
    "| pack | what it is | rules |",
    "|---|---|---|",
    ...packs.map((pack) => `| ${pack.id} | ${pack.summary} | ${Object.keys(pack.rules).length} |`),
    ...NUMBERED.flatMap(({ title, numbers }) => [
      "",
      `## ${title}`,
      "",
      "| number | carried out by | severity | fixable |",
      "|---|---|---|---|",
      ...numbers.map((number) => row(number, packs, rules)),
    ]),
    "",
  ].join("\n");
}

/** Numbers that no pack covers and none says why. */
export function uncovered(packs: readonly Pack[]): readonly string[] {
  return NUMBERED.flatMap(({ numbers }) => numbers).filter(
    (number) => carriers(number, packs).length === 0 && reasons(number, packs).length === 0,
  );
}

function row(number: string, packs: readonly Pack[], rules: readonly Rule[]): string {
  const found = carriers(number, packs);
  const why = reasons(number, packs).join(" ");
  if (found.length === 0) return `| ${number} | a sheet cannot show this: ${why || "?"} | | |`;
  const cells = found.map(({ pack, rule, severity }) => {
    const own = rules.find(({ id }) => id === rule)!;
    return {
      rule: `[${rule}](../rules/README.md#${rule})`,
      severity: `${severity ?? own.severity} (${pack})`,
      fixable: own.fixable,
    };
  });
  const unique = (texts: readonly string[]) => [...new Set(texts)].join(", ");
  const fixable = unique(cells.flatMap(({ fixable }) => fixable ?? []));
  const rest = why ? ` In part: ${why}` : "";
  return `| ${number} | ${unique(cells.map(({ rule }) => rule))}${rest} | ${unique(cells.map(({ severity }) => severity))} | ${fixable} |`;
}

function carriers(number: string, packs: readonly Pack[]) {
  return packs.flatMap((pack) =>
    Object.keys(pack.rules).flatMap((rule) =>
      entriesOf(pack, rule)
        .filter(({ covers }) => covers?.includes(number))
        .map(({ severity }) => ({ pack: pack.id, rule, severity })),
    ),
  );
}

function reasons(number: string, packs: readonly Pack[]): readonly string[] {
  return packs.flatMap(({ notShown }) => notShown?.[number] ?? []);
}

/** `numbers("F", "1-3 10", 3)` is F001, F002, F003, F010. */
function numbers(prefix: string, ranges: string, digits: number): readonly string[] {
  return ranges.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, i) => prefix + String(first! + i).padStart(digits, "0"));
  });
}
