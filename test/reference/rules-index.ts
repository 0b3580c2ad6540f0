import { readdirSync, readFileSync } from "node:fs";

/** The list of all rules, as a module: made from the files that hold one, so that a new rule is a new file and no more. */
export function rulesIndex(): string {
  const ids = readdirSync("src/rules")
    .filter(
      (file) => file.endsWith(".ts") && readFileSync(`src/rules/${file}`, "utf8").includes("export default rule("),
    )
    .map((file) => file.slice(0, -3))
    .sort();
  const name = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    "// Made from the files beside it by `npm run generate`.",
    ...ids
      .map((id) => `import ${name(id)} from "./${id}.js";`)
      .concat('import type { Rule } from "./rule.js";')
      .sort((a, b) => (a.split('"')[1]! < b.split('"')[1]! ? -1 : 1)),
    "",
    "/** All rules, by id. */",
    "export const RULES: readonly Rule[] = [",
    ...ids.map((id) => `  ${name(id)},`),
    "];",
    "",
  ].join("\n");
}
