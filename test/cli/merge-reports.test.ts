import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobsOf } from "../../src/cli/fleet/jobs.js";
import { shardOf } from "../../src/cli/fleet/shard.js";
import { main } from "../../src/cli/main.js";
import { packageFacts } from "../../src/cli/version.js";
import { markedEngine, register } from "./marked-engine.js";
import { memoryHost } from "./memory-host.js";

async function poam(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const host = memoryHost({ files });
  const code = await main(args, host, markedEngine);
  return { code, out: host.out(), err: host.err() };
}

const WORKBOOKS = {
  "/home/me/a.csv": register("error", "warning"),
  "/home/me/b.csv": register("info"),
};

/** What lint says of a workbook. */
async function report(args: string): Promise<string> {
  return (await poam(["lint", ...args.split(" "), "-f", "json"], WORKBOOKS)).out;
}

describe("merge-reports", () => {
  it("merges runs that were no shards, by path", async () => {
    const files = { "/home/me/1.json": await report("b.csv"), "/home/me/2.json": await report("a.csv") };
    expect(await poam(["merge-reports", "1.json", "2.json", "-f", "json"], files)).toEqual({
      code: 1,
      err: "",
      out: await report("a.csv b.csv"),
    });
    expect((await poam(["merge-reports", "*.json", "--fail-on", "never"], files)).code).toBe(0);
    expect((await poam(["merge-reports", "1.json", "--max-warnings", "0"], files)).code).toBe(0);
    expect((await poam(["merge-reports", "2.json", "--fail-on", "never", "--max-warnings", "0"], files)).code).toBe(1);
  });

  it("counts fixes and tells errors as the runs did", async () => {
    const missing = await report("a.csv missing.csv");
    const { code, err, out } = await poam(["merge-reports", "1.json", "-f", "json"], { "/home/me/1.json": missing });
    expect({ code, err, out }).toEqual({ code: 2, err: "poam: there is no file missing.csv.\n", out: missing });
  });

  it.each([
    ["the flag", ["--redact"], {}],
    ["the environment", [], { POAM_REDACT: "1" }],
  ])("redacts what the runs did not, by %s", async (_, flags, env) => {
    const whole = await poam(["lint", "a.csv", "-f", "json", "--redact"], WORKBOOKS);
    const host = memoryHost({ files: { "/home/me/1.json": await report("a.csv") }, env });
    await main(["merge-reports", "1.json", "-f", "json", ...flags], host, markedEngine);
    expect(host.out()).toBe(whole.out);
    expect(host.out()).not.toContain("marked error");
  });

  it("refuses what cannot be one run", async () => {
    const a = await report("a.csv");
    const half = await report("a.csv b.csv --shard 1/2");
    const { version } = packageFacts();
    const cases: readonly [string, Readonly<Record<string, string>>][] = [
      ["a.csv is in 1.json and in 2.json. Leave one out, or give each workbook a path of its own.", { 1: a, 2: a }],
      [
        "1.json is as of 2026-03-31, 2.json as of 2026-04-01. Check all with the same --as-of.",
        { 1: a, 2: await report("b.csv --as-of 2026-04-01") },
      ],
      ["the report of shard 2/2 is missing. Give all 2.", { 1: half }],
      ["1.json and 2.json are both shard 1/2. Give each once.", { 1: half, 2: half }],
      [
        "2.json is one of 3 shards, others are of 2. Give the shards of one run.",
        { 1: half, 2: await report("a.csv b.csv --shard 2/3") },
      ],
      [
        `1.json is by poam 0.0.1, and this is poam ${version}: merge with the same.`,
        { 1: a.replace(`"version":"${version}"`, '"version":"0.0.1"') },
      ],
      ["1.json is not what poam lint -f json writes.", { 1: '{"version":1,"asOf":"2026-03-31","files":[]}' }],
      ["1.json: not valid JSON: it ends too early. JSON has no comments and no commas before } or ].", { 1: "" }],
    ];
    for (const [sentence, reports] of cases) {
      const files = Object.fromEntries(Object.entries(reports).map(([name, text]) => [`/home/me/${name}.json`, text]));
      const names = Object.keys(reports).map((name) => `${name}.json`);
      expect(await poam(["merge-reports", ...names], files)).toEqual({ code: 2, out: "", err: `poam: ${sentence}\n` });
    }
    const wrong = a.replace('"row":2', '"row":"two"');
    expect((await poam(["merge-reports", "1.json"], { "/home/me/1.json": wrong })).err).toMatch(
      /^poam: 1\.json is not as poam lint -f json wrote it: files\.0\.findings\.0\.row: .*\.\n$/,
    );
    expect((await poam(["merge-reports"])).err).toBe(
      "poam: no report was given. As: poam merge-reports shard-*.json -f json=findings.json\n",
    );
  });
});

describe("shards that were not run on the same files", () => {
  const shard = async (index: number, ...names: string[]) =>
    (await poam(["lint", ...names, "--shard", `${index}/2`, "-f", "json"], FOUR)).out;
  const FOUR = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`/home/me/${name}.csv`, register("error")]));
  const merged = async (one: string, two: string) =>
    poam(["merge-reports", "1.json", "2.json"], { "/home/me/1.json": one, "/home/me/2.json": two });

  it("are refused: more files, others, or by other flags", async () => {
    const whole = ["a.csv", "b.csv", "c.csv", "d.csv"];
    expect((await merged(await shard(1, ...whole), await shard(2, ...whole))).code).toBe(1);
    expect((await merged(await shard(1, ...whole), await shard(2, "a.csv", "b.csv", "d.csv"))).err).toBe(
      "poam: 2.json is of a run of 3 files, others are of 4. Run all shards on the same files.\n",
    );
    const judged = (await poam(["lint", ...whole, "--shard", "2/2", "-f", "json", "--rule", "marked=info"], FOUR)).out;
    expect((await merged(await shard(1, ...whole), judged)).err).toBe(
      "poam: 2.json was judged by other flags than the shards before it. Run all with the same ones.\n",
    );
    const elsewhere = (await shard(2, ...whole)).replace('"positions":[1,3]', '"positions":[1,2]');
    expect((await merged(await shard(1, ...whole), elsewhere)).err).toBe(
      "poam: the shards leave out file 4 of 4: they were not run on the same files. Run them anew.\n",
    );
  });
});

describe("flags", () => {
  it.each([
    ["--shard 0/2", "--shard 0/2: write which part of how many, as 1/4, 2/4, 3/4 and 4/4."],
    ["--shard 3/2", "--shard 3/2: write which part of how many, as 1/4, 2/4, 3/4 and 4/4."],
    ["--shard 2", "--shard 2: write which part of how many, as 1/4, 2/4, 3/4 and 4/4."],
    ["--shard 1/2 --baseline", "--baseline writes poam.suppressions.json: run it on one machine, without --shard."],
    ["--jobs 0", "--jobs 0: give how many workbooks to check at a time, 1 to 999, or auto."],
    ["--jobs two", "--jobs two: give how many workbooks to check at a time, 1 to 999, or auto."],
  ])("%s is refused", async (flags, sentence) => {
    const { code, err } = await poam(["lint", "a.csv", ...flags.split(" ")], WORKBOOKS);
    expect({ code, err }).toEqual({ code: 2, err: `poam: ${sentence}\n` });
  });

  it.each<[string, number, number]>([
    ["1", 2, 1],
    ["8", 2, 8],
    ["300", 2, 8],
    ["auto", 2, 2],
  ])("--jobs %s on a machine with %d processors are %d", (text, processors, jobs) => {
    expect(jobsOf(text, { ...memoryHost(), processors })).toBe(jobs);
  });

  it("--jobs does without threads where there are none", async () => {
    expect(await poam(["lint", "a.csv", "b.csv", "--jobs", "auto", "-f", "json"], WORKBOOKS)).toMatchObject({
      code: 1,
      out: await report("a.csv b.csv"),
    });
  });
});

describe("shards", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[ab]\/[a-z.-]{1,5}$/), { maxLength: 40 });
  const inputOf = (path: string) => ({ path, absolute: `/home/me/${path}` });

  it("have each workbook once, whatever order they are given in, and are of like size", async () => {
    const { files } = memoryHost();
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.nat()),
        async (paths, count, dice) => {
          const shuffled = paths.map((path) => [dice.next().value, path] as const).sort(([a], [b]) => a - b);
          const inputs = paths.map(inputOf);
          const others = shuffled.map(([, path]) => inputOf(path));
          const sizes: number[] = [];
          const dealt: number[] = [];
          for (let index = 1; index <= count; index++) {
            const shard = await shardOf(inputs, { index, count }, { ...memoryHost(), files });
            const other = await shardOf(others, { index, count }, { ...memoryHost(), files });
            expect(other.inputs.map(({ path }) => path).sort()).toEqual(shard.inputs.map(({ path }) => path).sort());
            expect(shard.inputs).toEqual(shard.positions.map((position) => inputs[position]));
            expect(shard.positions).toEqual([...shard.positions].sort((a, b) => a - b));
            sizes.push(shard.inputs.length);
            dealt.push(...shard.positions);
          }
          expect(dealt.sort((a, b) => a - b)).toEqual(inputs.map((_, index) => index));
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keep together what shares a file of suppressions", async () => {
    const host = memoryHost({ files: { "/home/me/a/poam.suppressions.json": "{}" } });
    const inputs = ["a/1", "a/2", "a/3", "b/1", "b/2", "b/3"].map(inputOf);
    const shards = [];
    for (const index of [1, 2]) {
      shards.push((await shardOf(inputs, { index, count: 2 }, host)).inputs.map(({ path }) => path));
    }
    expect(shards).toEqual([
      ["a/1", "a/2", "a/3"],
      ["b/1", "b/2", "b/3"],
    ]);
  });
});
