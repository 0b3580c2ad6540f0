import { type Finding, SEVERITIES, type Severity } from "../model/finding.js";
import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";
import { cut } from "./printable.js";

/**
 * What a reader of a workbook's findings may choose by. Each choice is a class that findings and rows carry, so that a style
 * sheet alone can leave out the others: no script is needed.
 */
export interface Filter {
  readonly findingClasses: (finding: Finding) => readonly string[];
  readonly ownerClass: (owner: string) => string;
  /** The controls as HTML. */
  readonly form: string;
}

/** A finding that is shown, and who answers for it ("" where nobody does). */
export type Owned = readonly [finding: Finding, owner: string];

export function filterOf(shown: readonly Owned[], id: string): Filter {
  const rules = choices(
    shown.map(([{ rule }]) => rule),
    { prefix: "r", most: RULES },
  );
  const owners = choices(
    shown.flatMap(([, owner]) => (owner === "" ? [] : owner)),
    { prefix: "o", most: OWNERS },
  );
  const findingClasses = (finding: Finding) => [kindOf(finding), rules.classOf(finding.rule)];
  const owned =
    owners.all.length === 0 ? [] : [control(`${id}-owner`, "Owner", "all owners", ownerOptions(owners.all))];
  const found = control(
    ...([`${id}-finding`, "Severity or rule", `all findings (${amount(shown.length)})`] as const),
    findingOptions(shown, rules),
  );
  return {
    findingClasses,
    ownerClass: (owner) => (owner === "" ? "" : owners.classOf(owner)),
    form: `<form class="filter" autocomplete="off">
${[found, ...owned].join("\n")}
<button type="reset">Show all</button>
</form>
<p class="filtered"><strong>Filtered:</strong> only what was chosen above is shown.</p>`,
  };
}

/** So many rules and owners of a workbook can be chosen; the rarest beyond share a choice. */
const RULES = 60;
const OWNERS = 40;

type Kind = Severity | "suppressed";
const KINDS: readonly Kind[] = [...SEVERITIES, "suppressed"];
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  error: "errors",
  warning: "warnings",
  info: "infos",
  suppressed: "suppressed",
};

/** What is suppressed has no severity that counts. */
function kindOf({ severity, suppressed }: Finding): Kind {
  return suppressed ? "suppressed" : severity;
}

/** Leaves out what does not carry the class that is chosen. */
export const FILTER_STYLE = `
.filter { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: end; margin: 1rem 0; padding: .7rem .9rem; background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; }
.filter label { display: block; color: var(--soft); font-size: .8rem; }
.filter select, .filter button { font: inherit; font-size: .9rem; max-width: min(26rem, 100%); padding: .25rem .4rem; color: var(--ink); background: var(--page); border: 1px solid var(--soft); border-radius: .25rem; }
.filter div { min-width: 0; max-width: 100%; }
.filter :is(select, button):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.filtered { display: none; }
.filter:has(option:not([value=""]):checked) + .filtered { display: block; }
@supports not selector(:has(*)) { .filter { display: none; } }
@media print { .filter { display: none; } }
${[...KINDS, ...numbered("r", RULES)].map((one) => leftOut(one, ["", " .line", " .finding"])).join("\n")}
${numbered("o", OWNERS)
  .map((one) => leftOut(one, ["", " .line"]))
  .join("\n")}
`;

/** `:has` asks the form alone: were it asked of all around, a browser would go through the whole page for each choice. */
function leftOut(choice: string, parts: readonly string[]): string {
  const sheets = `.filter:has([value=${choice}]:checked) ~ .sheet`;
  return `${parts.map((part) => `${sheets}${part}:not(.${choice})`).join(", ")} { display: none; }`;
}

function numbered(prefix: string, most: number): string[] {
  return Array.from({ length: most + 1 }, (_, index) => `${prefix}${index}`);
}

interface Choice {
  readonly name: string;
  /** 0 for the rest. */
  readonly index: number;
  readonly className: string;
  readonly count: number;
}

interface Choices {
  /** By name, the rest last. */
  readonly all: readonly Choice[];
  readonly classOf: (name: string) => string;
}

function choices(names: readonly string[], { prefix, most }: { prefix: string; most: number }): Choices {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const byName = (a: Choice, b: Choice) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
  const own = sorted.slice(0, most).map(([name, count], index): Choice => {
    return { name, index: index + 1, className: `${prefix}${index + 1}`, count };
  });
  const rest = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
  const others = rest > 0 ? [{ name: "all others", index: 0, className: `${prefix}0`, count: rest }] : [];
  const classes = new Map(own.map(({ name, className }) => [name, className]));
  return { all: [...own.sort(byName), ...others], classOf: (name) => classes.get(name) ?? `${prefix}0` };
}

function control(id: string, label: string, all: string, options: readonly string[]): string {
  return `<div><label for="${id}">${label}</label><select id="${id}"><option value="">${all}</option>${options.join("")}</select></div>`;
}

function ownerOptions(owners: readonly Choice[]): string[] {
  return owners.map(option);
}

/** The kinds, then the rules by the kind of what they found first. */
function findingOptions(shown: readonly Owned[], rules: Choices): string[] {
  const kinds = shown.map(([finding]) => kindOf(finding));
  const first = new Map<string, Kind>();
  for (const [finding] of shown) {
    const name = rules.classOf(finding.rule);
    if (!first.has(name)) first.set(name, kindOf(finding));
  }
  const present = KINDS.filter((kind) => kinds.includes(kind));
  const wholes = present.map((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return option({ name: `all ${KIND_NAMES[kind]}`, className: kind, count });
  });
  const groups = present.flatMap((kind) => {
    const of = rules.all.filter(({ className }) => first.get(className) === kind);
    return of.length === 0 ? [] : [`<optgroup label="${KIND_NAMES[kind]}">${of.map(option).join("")}</optgroup>`];
  });
  return [...wholes, ...groups];
}

function option({ name, className, count }: Pick<Choice, "name" | "className" | "count">): string {
  return `<option value="${className}">${escaped(cut(name, OPTION_WIDTH))} (${amount(count)})</option>`;
}

const OPTION_WIDTH = 60;
