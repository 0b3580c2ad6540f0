import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";

/** Stacked bars over categories, with lines over them and levels across: what a report draws. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence: all that a screen reader tells before the figures. */
  readonly summary: string;
  /** A label has at most two lines. */
  readonly categories: readonly string[];
  readonly bars: readonly ChartSeries[];
  readonly lines: readonly ChartSeries[];
  readonly levels: readonly { readonly label: string; readonly value: number }[];
}

export interface ChartSeries {
  readonly label: string;
  /** The colour's name in the style sheet. */
  readonly tone: Tone;
  /** Undefined: nothing is known of that category. */
  readonly values: readonly (number | undefined)[];
}

export type Tone = "critical" | "high" | "moderate" | "low" | "other" | "ink";

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 38;
const AXIS = 40;

/**
 * The chart as a figure of inline SVG: widths are per cent, so that it fits any page without its text growing or shrinking;
 * the figures stand below in a table.
 */
export function chartFigure(chart: Chart): string {
  const { id, title, summary } = chart;
  const scale = scaleOf(chart);
  return `<figure class="chart" aria-labelledby="${id}-title">
<figcaption id="${id}-title">${escaped(title)}</figcaption>
${legend(chart)}
<div class="plot" role="img" aria-label="${escaped(summary)}">
<svg width="${AXIS}" height="${HEIGHT}" aria-hidden="true">${scale.ticks.map((tick) => axisLabel(tick, scale)).join("")}</svg>
<svg width="100%" height="${HEIGHT}" aria-hidden="true">
${[...gridLines(scale), ...bars(chart, scale), ...levels(chart, scale), ...lines(chart, scale), ...sums(chart, scale), ...labels(chart)].join("\n")}
</svg>
</div>
${figures(chart)}
</figure>`;
}

interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Up to six whole numbers from 0 on. */
function scaleOf({ bars, lines, levels, categories }: Chart): Scale {
  const stacks = categories.map((_, index) => total(bars, index) ?? 0);
  const most = Math.max(
    1,
    ...stacks,
    ...lines.flatMap(({ values }) => values.map((one) => one ?? 0)),
    ...levels.map(({ value }) => value),
  );
  const step = stepFor(most / 5);
  const count = Math.ceil(most / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((one) => one * power).find((step) => step >= least)!;
}

function total(bars: readonly ChartSeries[], index: number): number | undefined {
  const known = bars.flatMap(({ values }) => values[index] ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0);
}

function height(value: number, { top }: Scale): number {
  return round((value / top) * (HEIGHT - TOP - BOTTOM));
}

function y(value: number, scale: Scale): number {
  return round(HEIGHT - BOTTOM - height(value, scale));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function axisLabel(value: number, scale: Scale): string {
  return `<text x="${AXIS - 6}" y="${y(value, scale) + 4}" text-anchor="end">${amount(value)}</text>`;
}

function gridLines(scale: Scale): string[] {
  return scale.ticks.map((tick) => {
    const at = y(tick, scale);
    return `<line class="${tick === 0 ? "base" : "grid"}" x1="0" x2="100%" y1="${at}" y2="${at}"/>`;
  });
}

function bars({ bars: series, categories }: Chart, scale: Scale): string[] {
  const width = 100 / categories.length;
  return categories.flatMap((_, index) => {
    let below = 0;
    const left = round(index * width + width * 0.18);
    return series.flatMap(({ tone, values }) => {
      const value = values[index] ?? 0;
      if (value === 0) return [];
      below += value;
      return `<rect class="tone-${tone}" x="${left}%" y="${y(below, scale)}" width="${round(width * 0.64)}%" height="${height(value, scale)}"/>`;
    });
  });
}

/** How high each bar is; drawn last, so that no line hides it. */
function sums({ bars: series, levels: crossing, categories }: Chart, scale: Scale): string[] {
  const width = 100 / categories.length;
  const marks = crossing.map(({ value }) => y(value, scale));
  return categories.flatMap((_, index) => {
    const sum = total(series, index);
    if (sum === undefined) return [];
    return `<text class="value" x="${centre(index, width)}%" y="${baseline(y(sum, scale) - 5, marks)}" text-anchor="middle">${amount(sum)}</text>`;
  });
}

/** Where a text of 11 pixels stands that no level runs through: above one that would. */
function baseline(at: number, marks: readonly number[]): number {
  return [...marks]
    .sort((one, other) => other - one)
    .reduce((now, mark) => (mark <= now + 2 && mark > now - 11 ? round(mark - 4) : now), at);
}

function centre(index: number, width: number): number {
  return round(index * width + width / 2);
}

/** Segments, as points of a polyline cannot be per cent. */
function lines({ lines: series, categories }: Chart, scale: Scale): string[] {
  const width = 100 / categories.length;
  return series.flatMap(({ tone, values }) =>
    values.flatMap((value, index) => {
      if (value === undefined) return [];
      const [x, at, before] = [centre(index, width), y(value, scale), index > 0 ? values[index - 1] : undefined];
      const segment = `<line class="line tone-${tone}" x1="${centre(index - 1, width)}%" y1="${before === undefined ? at : y(before, scale)}" x2="${x}%" y2="${at}"/>`;
      return [
        ...(before === undefined ? [] : [segment]),
        `<circle class="tone-${tone}" cx="${x}%" cy="${at}" r="3.5"/>`,
      ];
    }),
  );
}

function levels({ levels: all }: Chart, scale: Scale): string[] {
  return all.map(({ value }, index) => {
    const at = y(value, scale);
    return `<line class="level level-${index + 1}" x1="0" x2="100%" y1="${at}" y2="${at}"/>`;
  });
}

function labels({ categories }: Chart): string[] {
  const width = 100 / categories.length;
  return categories.map((label, index) => {
    const x = centre(index, width);
    const rows = label
      .split("\n")
      .map((row, line) => `<tspan x="${x}%" dy="${line === 0 ? 0 : 14}">${escaped(row)}</tspan>`);
    return `<text y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${rows.join("")}</text>`;
  });
}

/** From top to bottom, as the bars are stacked. */
function legend({ bars, lines, levels }: Chart): string {
  const entry = (swatch: string, label: string) => `<li><span class="swatch ${swatch}"></span>${escaped(label)}</li>`;
  const entries = [
    ...bars.map(({ label, tone }) => entry(`tone-${tone}`, label)).reverse(),
    ...lines.map(({ label, tone }) => entry(`stroke tone-${tone}`, label)),
    ...levels.map(({ label, value }, index) => entry(`stroke level-${index + 1}`, `${label} ${amount(value)}`)),
  ];
  return entries.length < 2 ? "" : `<ul class="legend">${entries.join("")}</ul>`;
}

function figures({ id, title, categories, bars, lines, levels }: Chart): string {
  const series = [
    ...bars,
    ...lines,
    ...levels.map(({ label, value }) => ({ label, values: categories.map(() => value) })),
  ];
  const head = series.map(({ label }) => `<th scope="col" class="number">${escaped(label)}</th>`).join("");
  const rows = categories.map((category, index) => {
    const cells = series.map(
      ({ values }) => `<td class="number">${values[index] === undefined ? "–" : amount(values[index])}</td>`,
    );
    return `<tr><th scope="row">${escaped(category.replace("\n", " "))}</th>${cells.join("")}</tr>`;
  });
  return `<details><summary>Figures of this chart</summary>
<div class="table" role="region" aria-label="${escaped(title)}: figures" tabindex="0"><table id="${id}-figures" style="--columns:${series.length + 1}"><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>
</details>`;
}
