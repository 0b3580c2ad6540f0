import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom, as CONTRIBUTING.md draws it: folders of ours, then packages. "." stands for the files right under src. */
const MAY: Readonly<Record<string, { ours: readonly string[] | "all"; packages: readonly (string | RegExp)[] }>> = {
  cli: { ours: "all", packages: ["commander", "chalk", "zod", /^node:/] },
  ".": {
    ours: [
      "anonymize",
      "config",
      "convert",
      "diff",
      "fix",
      "merge",
      "rows",
      "score",
      "status",
      "ver",
      "figures",
      "oscal",
      "reporters",
      "packs",
      "rules",
      "template",
      "workbook",
      "catalogs",
      "codecs",
      "model",
    ],
    packages: ["node:crypto"],
  },
  anonymize: { ours: ["model"], packages: [] },
  figures: { ours: ["codecs", "model"], packages: [] },
  convert: { ours: ["codecs", "model"], packages: [] },
  diff: { ours: ["rules", "model"], packages: [] },
  fix: { ours: ["model"], packages: [] },
  merge: { ours: ["diff", "rows", "workbook", "model"], packages: [] },
  rows: { ours: ["template", "workbook", "model"], packages: [] },
  score: { ours: ["rules", "catalogs", "model"], packages: [] },
  status: { ours: ["packs", "rules", "model"], packages: [] },
  oscal: { ours: ["codecs", "model"], packages: ["node:crypto"] },
  ver: { ours: ["catalogs", "codecs", "model"], packages: [] },
  config: { ours: ["packs", "rules", "catalogs", "model"], packages: ["zod", /^node:(fs|path)/] },
  reporters: { ours: ["model", "rules"], packages: ["cli-table3", "hyparquet-writer"] },
  packs: { ours: ["rules", "catalogs", "model"], packages: [] },
  rules: { ours: ["catalogs", "codecs", "model"], packages: [] },
  template: { ours: ["codecs", "model"], packages: ["zod"] },
  workbook: { ours: ["model"], packages: [/^node:(zlib|buffer|util|module)$/, "saxes", /^csv-parse/, "exceljs"] },
  codecs: { ours: ["model"], packages: [] },
  catalogs: { ours: ["model"], packages: [] },
  model: { ours: [], packages: [] },
};

/** Rooms whose parts no verb but that of their name uses. */
const OF_ONE_VERB = ["anonymize", "fix", "merge", "score", "status"];

/** All that stands right under src. */
const VERBS = [
  "anonymize",
  "convert",
  "diff",
  "fill-workbook",
  "fix",
  "index",
  "lint",
  "merge",
  "move",
  "open-file",
  "portfolio",
  "report",
  "score",
  "status",
  "suppress-notes",
  "suppress",
  "ver-report",
];

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => join("src", path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const room = (path: string) => path.split("/").slice(1, -1)[0] ?? ".";
const importsOf = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/^(?:import|export)[^"';]*?from "([^"]+)"|import\("([^"]+)"\)/gm)].map(
    (found) => found[1] ?? found[2]!,
  );

describe.each(FILES)("%s", (path) => {
  it("imports only what its room may", () => {
    const { ours, packages } = MAY[room(path)]!;
    for (const name of importsOf(path)) {
      if (!name.startsWith(".")) {
        const known = packages.some((one) => (typeof one === "string" ? one === name : one.test(name)));
        expect(known, `${path} imports ${name}`).toBe(true);
        continue;
      }
      const target = room(normalize(join(dirname(path), name)).replaceAll("\\", "/"));
      const known = target === room(path) || ours === "all" || ours.includes(target);
      expect(known, `${path} imports ${name}`).toBe(true);
      if (room(path) === "." && OF_ONE_VERB.includes(target)) expect(path).toBe(`src/${target}.ts`);
    }
  });

  it("leaves files, clock, environment and console to the command line", () => {
    if (["cli", "config"].includes(room(path))) return;
    const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(code).not.toMatch(/\bprocess\.|\bconsole\.|\bnew Date\(\)|\bDate\.now\(|"node:fs"/);
  });

  it("is one thing, of at most 300 lines", () => {
    if (room(path) === "catalogs" || path === "src/rules/index.ts") return;
    expect(readFileSync(path, "utf8").split("\n").length).toBeLessThanOrEqual(300);
  });
});

it("has the verbs alone right under src", () => {
  expect(FILES.filter((path) => room(path) === ".").sort()).toEqual(VERBS.map((verb) => `src/${verb}.ts`));
});

it("has no rooms without a name of their own", () => {
  expect(FILES.filter((path) => /\b(utils?|helpers?|common|misc|types)\b/.test(path))).toEqual([]);
});
