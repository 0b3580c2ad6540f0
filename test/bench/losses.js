import { existsSync, readFileSync } from "node:fs";
import { partBytes } from "../../dist/workbook/inflate.js";
import { findEntry, readZip } from "../../dist/workbook/zip.js";

/** What editing did to the parts of a workbook, as a line of text. The edited sheet is among the changed ones. */
export function losses(before, after) {
  if (!existsSync(after)) return "nothing written";
  const [old, now] = [before, after].map((path) => readZip(readFileSync(path), path));
  const fates = old.entries.map((entry) => {
    const kept = findEntry(now, entry.name);
    if (!kept) return "lost";
    return partBytes(old, entry).equals(partBytes(now, kept)) ? "same" : "changed";
  });
  const count = (fate) => fates.filter((each) => each === fate).length;
  return `${count("same")} of ${fates.length} as before, ${count("changed")} changed, ${count("lost")} lost`;
}
