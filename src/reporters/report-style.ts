/** The report's looks: light and dark, from a telephone to paper. Colours meet WCAG 2.2 AA, text 4.5 : 1, shapes 3 : 1. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #1b2430; --soft: #566070; --line: #d5dae1; --panel: #f5f7f9; --accent: #1d4f91; --warn: #a3201a; --warn-page: #fdf0ee; --good: #1f6b3a; --grey: #e3e6ea; --critical: #6f1d7e; --high: #b3261e; --moderate: #b96d00; --low: #2a6fb5; --other: #6f7784; }
@media (prefers-color-scheme: dark) { :root { --page: #14181e; --ink: #e7eaee; --soft: #a8b1bd; --line: #363e49; --panel: #1c222a; --accent: #8ab8f5; --warn: #ff9d94; --warn-page: #38201f; --good: #7fd39b; --grey: #2b323b; --critical: #d796e4; --high: #f07a70; --moderate: #e9ad4e; --low: #6db0f2; --other: #98a1ad; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: clamp(1.4rem, 4vw, 1.9rem); line-height: 1.2; }
h2 { margin: 0 0 .6rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 .8rem; max-width: 48rem; }
a { color: var(--accent); }
header { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; justify-content: space-between; border-bottom: 3px solid var(--accent); padding-bottom: 1rem; }
header img { max-height: 4.5rem; max-width: 14rem; }
.subtitle { margin: .25rem 0 0; color: var(--soft); font-size: 1.1rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; margin: 1rem 0; }
.facts dt { color: var(--soft); font-size: .8rem; }
.facts .wide { grid-column: span 2; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.totals { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; }
.totals div { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; }
.totals dt { color: var(--soft); font-size: .85rem; line-height: 1.25; }
.totals dd { margin: 0; font-size: 1.7rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.totals .alarm dd { color: var(--warn); }
nav ul { columns: 15rem auto; margin: 0; padding-left: 1.2rem; }
nav { margin: 1.25rem 0; font-size: .95rem; }
section { margin-top: 2.5rem; }
.note, footer { color: var(--soft); font-size: .85rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.table { overflow-x: auto; margin: 0 0 1rem; }
.table.long { max-height: 80vh; overflow-y: auto; content-visibility: auto; contain-intrinsic-height: auto 80vh; border-bottom: 2px solid var(--soft); }
.table.long thead th { position: sticky; top: 0; }
.table:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; min-width: min(calc(var(--columns) * 5.5rem), 64rem); font-size: .875rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; min-width: 3rem; text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: manual; }
thead th { background: var(--panel); vertical-align: bottom; overflow-wrap: normal; }
thead td { border: 0; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.date { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.none { color: var(--soft); }
.list { min-width: 12rem; }
.short { white-space: nowrap; }
td.missing { color: var(--soft); font-style: italic; overflow-wrap: normal; }
td.impossible { background: repeating-linear-gradient(-45deg, var(--grey) 0 4px, var(--page) 4px 8px); }
tr.total > * { border-top: 2px solid var(--soft); font-weight: 650; background: var(--panel); }
tr.tripped > * { background: var(--warn-page); }
tr.tripped > :first-child { box-shadow: inset 4px 0 0 var(--warn); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chart { margin: 0 0 1.25rem; padding: .75rem .9rem; border: 1px solid var(--line); border-radius: .4rem; }
figcaption { font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: .3rem 0 0; padding: 0; font-size: .85rem; }
.swatch { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: .15rem; background: currentColor; }
.swatch.stroke { height: .2rem; vertical-align: .25rem; }
.plot { display: flex; }
.plot svg { display: block; flex: none; }
.plot svg + svg { flex: 1 1 0; width: 0; min-width: 0; overflow: visible; }
svg text { fill: var(--soft); font: 11px/1 system-ui, "Segoe UI", Roboto, Arial, sans-serif; font-variant-numeric: tabular-nums; }
svg .value { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--page); stroke-width: 3px; }
svg .grid { stroke: var(--line); }
svg .base { stroke: var(--soft); }
svg rect { stroke: var(--page); stroke-width: 1; }
svg .line { stroke-width: 2; }
svg circle { stroke: var(--page); stroke-width: 1.5; }
svg .level { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 7 4; }
svg .level-2 { stroke: var(--ink); stroke-dasharray: 2 3; }
.swatch.level-1 { background: repeating-linear-gradient(90deg, var(--warn) 0 4px, transparent 4px 6px); }
.swatch.level-2 { background: repeating-linear-gradient(90deg, var(--ink) 0 2px, transparent 2px 4px); }
${tones()}
details { margin-top: .4rem; font-size: .9rem; }
summary { color: var(--accent); cursor: pointer; }
@media (max-width: 40rem) { .facts .wide { grid-column: auto; } svg .value { font-size: 10px; } }
@media print {
  @page { margin: 14mm; }
  @page wide { size: landscape; }
  .wide { page: wide; }
  :root { color-scheme: light; --page: #fff; --ink: #000; --soft: #444; --line: #b8bec6; --panel: #f2f4f6; --accent: #1d4f91; --warn: #a3201a; --warn-page: #fdf0ee; --good: #1f6b3a; --grey: #d9dde2; --critical: #6f1d7e; --high: #b3261e; --moderate: #b96d00; --low: #2a6fb5; --other: #6f7784; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, details { display: none; }
  section { margin-top: 1.4rem; }
  h2, caption { break-after: avoid; }
  figure, tr, .together { break-inside: avoid; }
  h2 { break-inside: avoid; }
  h2::after { content: ""; display: block; height: 8rem; margin-bottom: -8rem; }
  p { orphans: 3; widows: 3; }
  .totals { grid-template-columns: repeat(6, 1fr); break-inside: avoid; }
  .totals dd { font-size: 15pt; }
  thead { display: table-header-group; }
  .table, .table.long { overflow: visible; max-height: none; content-visibility: visible; border: 0; }
  .table.long thead th { position: static; }
  table { min-width: 0; font-size: 7.5pt; }
  th, td { min-width: 0; padding: 2pt 3pt; }
  .list { min-width: 9rem; }
  .wide table { font-size: 6.5pt; }
  .note, footer { font-size: 8pt; }
}
`;

function tones(): string {
  return ["critical", "high", "moderate", "low", "other", "ink"]
    .map(
      (tone) =>
        `.tone-${tone} { fill: var(--${tone}); stroke: var(--${tone}); color: var(--${tone}); }\nrect.tone-${tone}, circle.tone-${tone} { stroke: var(--page); }`,
    )
    .join("\n");
}
