/** Beside the report's looks: the list of findings and what narrows it. */
export const FINDINGS_STYLE = `
body { max-width: 90rem; }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding: .6rem 0; background: var(--page); border-bottom: 1px solid var(--line); }
.filters label { display: grid; color: var(--soft); font-size: .8rem; }
.filters select, .filters button { max-width: min(22rem, 85vw); font: inherit; font-size: .9rem; color: var(--ink); background: var(--panel); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .5rem; }
.filters select:focus-visible, .filters button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.file h2 { overflow-wrap: anywhere; }
.unreadable { color: var(--warn); font-weight: 600; }
.sheet table { min-width: 56rem; }
.sheet tbody th { text-align: right; font-variant-numeric: tabular-nums; width: 3.5rem; }
.sheet .item { width: 14rem; }
.sheet td:nth-child(3) { width: 10rem; overflow-wrap: anywhere; }
.sheet td:nth-child(4) { width: 18rem; }
.sheet td p { margin: 0; max-width: none; }
.cells { margin: 0; padding: 0; list-style: none; color: var(--soft); font-size: .9em; }
.cells i { color: var(--ink); }
.cells b { display: block; margin-bottom: .3rem; color: var(--ink); font-size: 1.1em; overflow-wrap: anywhere; }
.cells li + li b { font-weight: 400; }
code { font: .85em ui-monospace, "Cascadia Mono", Consolas, monospace; }
code.rule { color: var(--soft); white-space: nowrap; }
.severity { font-weight: 700; }
.error .severity { color: var(--high); }
.warning .severity { color: var(--moderate-ink); }
.info .severity { color: var(--low); }
tr.error > :first-child { box-shadow: inset 4px 0 0 var(--high); }
tr.warning > :first-child { box-shadow: inset 4px 0 0 var(--moderate); }
tr.info > :first-child { box-shadow: inset 4px 0 0 var(--low); }
tr.suppressed > td { color: var(--soft); }
:root { --moderate-ink: #8a5200; }
@media (prefers-color-scheme: dark) { :root { --moderate-ink: #e9ad4e; } }
@media (max-width: 40rem) { .filters { position: static; } }
@media print {
  :root { --moderate-ink: #8a5200; }
  .filters { display: none; }
  .sheet table { min-width: 0; }
  .sheet .item, .sheet td:nth-child(3), .sheet td:nth-child(4) { width: auto; }
  .sheet tbody th { width: 2.2rem; }
}
`;
