import { expect, it } from "vitest";
import { html } from "../../src/reporters/html.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, result } from "./acme.js";

const HEADING = finding({ rule: "heading-altered", severity: "info", message: "a <b>", at: at(5, 13), item: null });
const LET_PASS = finding({ rule: "stale", message: "let pass", at: at(13, 12), suppressed: { reason: "agreed" } });
const UNREADABLE = { path: "b.xlsx", poam: undefined, packs: [], error: "b.xlsx is <empty>.", rules: [], findings: [] };

it("is one page", async () => {
  const results = [result(acme({}), [DUE_BEFORE_DETECTED, LET_PASS, HEADING], "a&b.xlsx"), UNREADABLE];
  const summary = { ...CLEAN, errors: 1, infos: 1, suppressed: 1, files: 2, unreadable: 1, path: undefined };
  const page = printed(html(), results, summary).replace(/<style>[\s\S]*<\/style>/, "<style>…</style>");
  await expect(page).toMatchFileSnapshot("__snapshots__/findings.html.txt");
});
