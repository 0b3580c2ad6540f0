import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { partBytes } from "../../build/workbook/inflate.js";
import { findEntry, readZip } from "../../build/workbook/zip.js";

/**
 * What editing did to the parts of a workbook, as a line of text. The edited sheet is among the changed ones. In a process of
 * its own: what the parent once held in memory, Linux counts as the peak of each child that it starts later.
 */
export function losses(before, after) {
  if (!existsSync(after)) return "nothing written";
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), before, after]);
  return `${stdout}` || `unreadable: ${stderr}`.slice(0, 200);
}

function compare(before, after) {
  const [old, now] = [before, after].map((path) => readZip(readFileSync(path), path));
  const fates = old.entries.map((entry) => {
    const kept = findEntry(now, entry.name);
    if (!kept) return "lost";
    return partBytes(old, entry).equals(partBytes(now, kept)) ? "same" : "changed";
  });
  const count = (fate) => fates.filter((each) => each === fate).length;
  return `${count("same")} of ${fates.length} as before, ${count("changed")} changed, ${count("lost")} lost`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(compare(process.argv[2], process.argv[3]));
