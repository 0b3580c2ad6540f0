/** What a page of findings has beyond the report's looks. */
export const FINDINGS_STYLE = `
body { max-width: 96rem; }
h2 { overflow-wrap: anywhere; }
h3 { margin: 1.6rem 0 .5rem; font-size: 1.05rem; }
h3 small { margin-left: .5rem; color: var(--soft); font-weight: 400; }
.failed { padding: .6rem .8rem; background: var(--warn-page); border-left: 4px solid var(--warn); }
.sheet, .rules { margin-top: 1rem; }
:is(.finding, .kind).error { --tone: var(--high); }
:is(.finding, .kind).warning { --tone: var(--moderate); }
:is(.finding, .kind).info { --tone: var(--low); }
:is(.finding, .kind).suppressed { --tone: var(--other); }
table.rows { table-layout: fixed; min-width: 0; }
.rows thead th { position: sticky; top: 0; z-index: 1; }
.rows th, .rows td { overflow-wrap: anywhere; }
.rows th.row { width: 4.2rem; text-align: right; background: var(--panel); color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.rows th.id { width: 9%; }
.rows th.weakness { width: 15%; }
.rows th.owner { width: 14%; }
.letters { margin-right: .25rem; color: var(--soft); font-weight: 400; }
td.id { font-weight: 600; }
td.about { color: var(--soft); font-style: italic; }
td.id, td.weakness, td.owner, mark, .value { unicode-bidi: isolate; }
td.findings { padding: 0; }
td.findings ul { list-style: none; margin: 0; padding: 0; }
.finding { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .2rem 1rem; padding: .4rem .6rem; border-left: 4px solid var(--tone); }
.finding + .finding { border-top: 1px solid var(--line); }
.finding p { margin: 0; max-width: none; }
.finding details { margin: .1rem 0 0; font-size: inherit; }
.cell { margin-bottom: .15rem; }
.cell b { font-variant-numeric: tabular-nums; }
.cell i, .heading, .aside, .rule { color: var(--soft); }
.rule { font-size: .93em; }
summary.rule { color: var(--accent); }
.blank { font-style: italic; color: var(--soft); }
mark { padding: .05rem .3rem; color: inherit; background: color-mix(in srgb, var(--tone) 16%, var(--page)); border-bottom: 2px solid var(--tone); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark .blank { color: inherit; }
.kind { display: inline-block; margin-right: .2rem; padding: 0 .35rem; border: 1px solid var(--tone); border-radius: .25rem; font-size: .86em; font-weight: 650; }
.finding.suppressed .said > p:first-child { color: var(--soft); text-decoration: line-through; text-decoration-color: var(--other); }
.rules td { overflow-wrap: anywhere; }
.rules p { margin: 0; max-width: none; }
.rules td .aside { display: block; }
@media (max-width: 60rem) { .finding { grid-template-columns: minmax(0, 1fr); } }
@media screen and (max-width: 46rem) {
  .rows, .rows tbody, .rows tr, .rows td, .rows th { display: block; width: auto; }
  .rows thead { display: none; }
  .rows tr.line { margin-bottom: .8rem; border: 1px solid var(--line); }
  .rows :is(td, th) { border: 0; padding: .2rem .6rem; }
  .rows .line th.row { width: auto; text-align: left; }
  .rows .line th.row::before { content: "Row "; }
  td:empty { display: none; }
}
@media print {
  .wide table { font-size: 7.5pt; }
  .rows thead th { position: static; }
  .rows th.row { width: 9mm; }
  .rows th.id { width: 22mm; }
  .rows th.weakness { width: 42mm; }
  .rows th.owner { width: 28mm; }
  .finding { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); break-inside: avoid; }
  .finding details { display: block; }
  .finding summary { display: block; color: var(--soft); }
  h3 { break-after: avoid; }
  .book + .book { break-before: page; }
}
`;
