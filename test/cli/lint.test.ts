import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { FORMATS, type Format } from "../../src/reporters/index.js";
import { makeWorkbook } from "../workbook/make-workbook.js";
import { markedEngine, register } from "./marked-engine.js";
import { memoryHost, type World } from "./memory-host.js";

async function poam(args: readonly string[], world: World = {}) {
  const host = memoryHost(world);
  const code = await main(args, host, markedEngine);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

const FILES = {
  "/home/me/clean.csv": register("fine", ""),
  "/home/me/bad.csv": register("error", "warning"),
  "/home/me/warned.csv": register("warning", "info"),
  "/home/me/sub/deep/more.csv": register("info"),
  "/home/me/sub/~$more.csv": "lock",
  "/home/me/sub/notes.txt": "no workbook",
  "/home/me/node_modules/x/y.csv": register("error"),
  "/home/me/crash.csv": register("crash"),
  "/home/me/prose.csv": "just,some\nother,table\n",
};

const isBinary = (name: string) => (FORMATS as Readonly<Record<string, Format>>)[name]!.binary === true;
const BINARY = Object.keys(FORMATS).filter(isBinary);
const PRINTED = Object.keys(FORMATS).filter((name) => !isBinary(name));

describe("exit codes", () => {
  it.each<[string, number]>([
    ["clean.csv", 0],
    ["bad.csv", 1],
    ["warned.csv", 0],
    ["warned.csv --fail-on warning", 1],
    ["warned.csv --fail-on info", 1],
    ["bad.csv --fail-on never", 0],
    ["warned.csv --max-warnings 1", 0],
    ["warned.csv --max-warnings 0", 1],
    ["bad.csv --fail-on never --max-warnings 0", 1],
    ["bad.csv --exit-zero", 0],
    ["missing.csv --exit-zero", 2],
    ["missing.csv bad.csv", 2],
    ["crash.csv clean.csv", 2],
    ["bad.csv --rule marked=warning", 0],
    ["warned.csv --rule marked=error", 1],
    ["bad.csv --rule marked=off", 0],
  ])("lint %s: %d", async (args, code) => {
    for (const format of [...PRINTED, ...BINARY.map((name) => `${name}=out.${name}`)]) {
      expect((await poam(["lint", ...args.split(" "), "-f", format], { files: FILES })).code).toBe(code);
    }
  });
});

describe("streams", () => {
  it("prints compact in a pipe, without colours", async () => {
    expect(await poam(["lint", "bad.csv"], { files: FILES })).toMatchObject({
      out: `bad.csv:'bad'!F2: error: marked error (best-practice, 2026-03-31) [marked]
bad.csv:'bad'!F3: warning: marked warning (best-practice, 2026-03-31) [marked]
2 problems (1 error, 1 warning) · best-practice · as of 2026-03-31
`,
      err: "",
    });
  });

  it("prints pretty on a terminal, in colour", async () => {
    const { out } = await poam(["lint", "warned.csv"], { files: FILES, tty: true });
    expect(out).toContain("\u001b[1m\u001b[33mwarning[marked]");
    expect(out).toContain("^^^^^^^");
  });

  it("says what is clean", async () => {
    expect((await poam(["lint", "clean.csv"], { files: FILES })).out).toBe(
      "clean.csv: 2 items (2 open, 0 closed), no problems · best-practice · as of 2026-03-31\n",
    );
    expect((await poam(["lint", "clean.csv", "-q"], { files: FILES })).out).toBe("");
  });

  it("goes on after a file that cannot be read, and says so on stderr", async () => {
    const { out, err, code } = await poam(["lint", "prose.csv", "warned.cvs", "bad.csv", "-f", "json"], {
      files: FILES,
    });
    expect(code).toBe(2);
    expect(err).toBe(
      "poam: prose.csv: no sheet here looks like a POA&M.\npoam: there is no file warned.cvs. Did you mean warned.csv?\n",
    );
    const { files, summary } = JSON.parse(out);
    expect(files.map(({ error }: { error: string }) => error)).toEqual([
      "prose.csv: no sheet here looks like a POA&M.",
      "there is no file warned.cvs. Did you mean warned.csv?",
      null,
    ]);
    expect(files[0]).toMatchObject({ template: null, packs: [], findings: [] });
    expect(summary).toEqual({ errors: 1, warnings: 1, infos: 0, fixable: 0, suppressed: 0 });
  });

  it("counts what could not be read in the last line", async () => {
    expect((await poam(["lint", "prose.csv", "bad.csv", "clean.csv"], { files: FILES })).out).toContain(
      "2 problems (1 error, 1 warning) in 2 files · 1 file could not be read · best-practice · as of 2026-03-31\n",
    );
    expect((await poam(["lint", "prose.csv"], { files: FILES })).out).toBe("");
  });

  it("prints several formats in one run", async () => {
    const { out, written } = await poam(
      ["lint", "bad.csv", "-f", "compact", "-f", "json=out.json", "-f", "pretty=p.txt"],
      {
        files: FILES,
        tty: true,
      },
    );
    expect(out).toContain("bad.csv:'bad'!F2");
    expect(JSON.parse(written.get("/home/me/out.json")!).summary.errors).toBe(1);
    expect(written.get("/home/me/p.txt")).toContain("error[marked]: marked error");
  });

  it("says on stderr how it went where everything goes to files", async () => {
    const { out, err } = await poam(["lint", "bad.csv", "-f", "json=out.json"], { files: FILES });
    expect({ out, err }).toEqual({
      out: "",
      err: "2 problems (1 error, 1 warning) · best-practice · as of 2026-03-31\n",
    });
  });

  it("gives the same bytes for the same bytes", async () => {
    const once = await poam(["lint", ".", "-f", "json", "--as-of", "2026-04-01"], { files: FILES });
    expect(await poam(["lint", ".", "-f", "json", "--as-of", "2026-04-01"], { files: FILES })).toEqual(once);
    expect(JSON.parse(once.out).asOf).toBe("2026-04-01");
  });
});

describe("in GitHub Actions", () => {
  const args = ["lint", "bad.csv", "-f", "github"];
  const env = { GITHUB_STEP_SUMMARY: "/runner/summary" };

  it("adds all findings to the step's summary", async () => {
    const files = { ...FILES, "/runner/summary": "Before.\n" };
    const { out, written } = await poam(args, { files, env });
    expect(out.split("\n").map((line) => line.split("::")[1])).toEqual([
      "error file=bad.csv,line=2,title=marked",
      "warning file=bad.csv,line=3,title=marked",
      undefined,
      undefined,
    ]);
    expect(written.get("/runner/summary")).toMatch(
      /^Before\.\n# POA&M check\n\n## bad\.csv\n[\s\S]*as of 2026-03-31\n$/,
    );
  });

  it("adds nothing for other formats, without a summary, or where the run fails", async () => {
    const files = { ...FILES, "/runner/summary": "" };
    for (const [flags, world] of [
      [["lint", "bad.csv", "-f", "json"], { files, env }],
      [args, { files }],
      [args, { files, env: { GITHUB_STEP_SUMMARY: "" } }],
      [[...args, "--as-of", "never"], { files, env }],
    ] as const)
      expect((await poam(flags, world)).written.size).toBe(0);
  });

  it("keeps the summary of redacted findings free of cell text", async () => {
    const files = { "/home/me/acme.csv": register("error in SECRET"), "/runner/summary": "" };
    const { out, written } = await poam(["lint", "acme.csv", "-f", "github", "--redact"], { files, env });
    for (const text of [out, written.get("/runner/summary")!]) {
      expect(text).toContain("An item is marked");
      for (const secret of ["SECRET", "V-1", "Old TLS"]) expect(text).not.toContain(secret);
    }
  });
});

describe("what services take", () => {
  it.each([
    ["github", "file=sub/deep/more.csv,"],
    ["gitlab", '"path":"sub/deep/more.csv"'],
    ["sarif", '"uri":"sub/deep/more.csv"'],
  ])("%s has paths from the folder where poam runs, however they were given", async (format, path) => {
    const flags = ["--rule", "marked=error", "-f", format];
    for (const given of ["sub", "/home/me/sub", "./sub/deep/more.csv"]) {
      expect((await poam(["lint", given, ...flags], { files: FILES })).out).toContain(path);
    }
  });

  it("says that a SARIF file has more than GitHub takes", async () => {
    const rows = (count: number) => ({ "/home/me/many.csv": register(...Array(count).fill("error")) });
    const run = async (count: number, ...flags: string[]) =>
      (await poam(["lint", "many.csv", ...flags], { files: rows(count) })).err;
    expect(await run(25_001, "-f", "compact", "-f", "sarif=poam.sarif")).toBe(
      "poam: the SARIF has 25,001 results; GitHub's code scanning takes 25,000 of a run and refuses more. Check fewer workbooks in a run, or turn off rules that it need not show (--rule ID=off).\n",
    );
    expect(await run(25_001, "-f", "compact")).toBe("");
    expect(await run(25_000, "-f", "compact", "-f", "sarif=poam.sarif")).toBe("");
  });
});

describe("colour", () => {
  it.each<[World, string, boolean]>([
    [{ tty: true }, "", true],
    [{ tty: false }, "", false],
    [{ tty: true, env: { NO_COLOR: "1" } }, "", false],
    [{ tty: true, env: { NO_COLOR: "" } }, "", true],
    [{ tty: true, env: { TERM: "dumb" } }, "", false],
    [{ tty: false, env: { FORCE_COLOR: "1" } }, "", true],
    [{ tty: true, env: { FORCE_COLOR: "0" } }, "", false],
    [{ tty: false, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, "", true],
    [{ tty: true }, "--no-color", false],
    [{ tty: false, env: { NO_COLOR: "1" } }, "--color", true],
  ])("%o %s", async (world, flag, colored) => {
    const { out } = await poam(["lint", "bad.csv", ...(flag ? [flag] : [])], { ...world, files: FILES });
    expect(out.includes("\u001b[")).toBe(colored);
  });
});

describe("inputs", () => {
  const paths = async (...args: string[]) => {
    const { out, err } = await poam(["lint", ...args, "-f", "json"], { files: FILES });
    return out === "" ? err : JSON.parse(out).files.map(({ path }: { path: string }) => path);
  };

  it.each<[string, readonly string[]]>([
    ["bad.csv bad.csv ./bad.csv", ["bad.csv"]],
    ["sub", ["sub/deep/more.csv"]],
    [".", ["bad.csv", "clean.csv", "crash.csv", "prose.csv", "sub/deep/more.csv", "warned.csv"]],
    ["*e*.csv", ["clean.csv", "prose.csv", "warned.csv"]],
    ["**/*.csv", ["bad.csv", "clean.csv", "crash.csv", "prose.csv", "sub/deep/more.csv", "warned.csv"]],
    ["s?b/**/more.csv", ["sub/deep/more.csv"]],
    ["[a-c]*.csv", ["bad.csv", "clean.csv", "crash.csv"]],
    ["{bad,clean}.csv", ["bad.csv", "clean.csv"]],
    ["{b{a,e}d,cl*}.CSV", ["bad.csv", "clean.csv"]],
    ["[!b-c]*.csv", ["prose.csv", "warned.csv"]],
    ["{sub,none}/**", ["sub/deep/more.csv", "sub/notes.txt"]],
    ["/home/me/sub", ["/home/me/sub/deep/more.csv"]],
    ["bad.csv sub/~$more.csv", ["bad.csv"]],
  ])("%s", async (args, expected) => {
    expect(await paths(...args.split(" "))).toEqual(expected);
  });

  it("takes a backslash for a letter of a name, but on Windows", async () => {
    const files = { "/home/me/back\\slash/odd.csv": register("error") };
    expect((await poam(["lint", "back*/*.csv"], { files })).code).toBe(1);
  });

  it.each<[string, string]>([
    ["-", "poam: poam does not read from standard input. Give the name of a file.\n"],
    ["*.xls", "poam: no file matches *.xls.\n"],
    ["no/such/*.csv", "poam: no file matches no/such/*.csv.\n"],
    ["[z-a].csv", "poam: no file matches [z-a].csv.\n"],
  ])("%s", async (args, expected) => {
    expect(await paths(args)).toBe(expected);
  });

  it("matches in time that grows with the name, not with what could be tried", async () => {
    const files = { [`/home/me/${"a".repeat(250)}.txt`]: "" };
    for (const glob of [
      `${"*a".repeat(60)}b`,
      `${"**/".repeat(40)}b`,
      `${"*".repeat(200)}b`,
      `${"{a,aa}".repeat(60)}b`,
    ])
      expect((await poam(["lint", glob], { files })).err).toBe(`poam: no file matches ${glob}.\n`);
  }, 2000);

  it("wants a file", async () => {
    expect(await poam(["lint"])).toMatchObject({
      code: 2,
      err: "poam: no file was given. One workbook: poam lint acme-poam.xlsx; all in this folder: poam lint .\n",
    });
    expect(await poam(["lint", "."], { files: { "/home/me/a.txt": "" } })).toMatchObject({
      code: 2,
      err: "poam: there is no workbook (.xlsx, .xlsm, .csv, .tsv) in this folder.\n",
    });
  });
});

describe("bad flags", () => {
  it.each<[string, string]>([
    ["--fial-on error", "there is no option --fial-on. Did you mean --fail-on?"],
    ["--fail-on errror", "--fail-on cannot be errror. Did you mean error?"],
    ["--fail-on xyz", "--fail-on cannot be xyz. It can be error, warning, info, never."],
    ["--max-warnings -1", "--max-warnings -1 is not a whole number of 0 or more."],
    ["--max-warnings few", "--max-warnings few is not a whole number of 0 or more."],
    ["--as-of 3/4/2026", "--as-of 3/4/2026: write the day as 2026-03-31 (year-month-day)."],
    ["--as-of 2026-02-30", "--as-of 2026-02-30: there is no such day."],
    ["--rule marked", "--rule marked: give a level, as marked=off (error, warning, info, off)."],
    [
      "--rule marked=eror",
      "--rule marked=eror: give a level, as marked=off (error, warning, info, off). Did you mean error?",
    ],
    ["--rule maked=off", "--rule: there is no rule maked. Did you mean marked?"],
    ["--pack stict", "there is no pack stict. Did you mean strict?"],
    ["--pack nothing", "there is no pack nothing. There are best-practice, strict."],
    ["--template fedramp-rev5-v3", "there is no template fedramp-rev5-v3. Did you mean fedramp-rev5-v3.0"],
    ["--template own.json", "there is no file"],
    ["-f jsno", "there is no format jsno. Did you mean json?"],
    ["-f json -f compact", "two formats cannot both be printed. Write one to a file: -f compact=findings.txt"],
    ["-f json=a -f compact=a", "two formats cannot be written to the same file."],
    ["-f parquet", "parquet is no text that could be printed. Write it to a file: -f parquet=findings.parquet"],
    [
      "-f json=bad.csv",
      "bad.csv is read in this run: poam does not write findings over it. Give another name after =.",
    ],
    [
      "-f json=other.xlsx",
      "other.xlsx is a workbook: poam does not write findings over it. Give another name after =.",
    ],
    ["-f json=no/where.json", "there is no folder for no/where.json."],
    ["-f json=", "-f json= names no file after =."],
    ["--config none.json", "there is no file none.json."],
    ["--as-of", "option '--as-of <date>' argument missing. See poam lint --help."],
  ])("%s", async (flags, sentence) => {
    const { code, out, err } = await poam(["lint", "bad.csv", ...flags.split(" ")], { files: FILES });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.slice(0, 6 + sentence.length)).toBe(`poam: ${sentence}`);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("our own bugs", () => {
  it("are owned, without what the cell said and without asking for the workbook", async () => {
    const { code, out, err } = await poam(["lint", "crash.csv", "bad.csv"], { files: FILES });
    expect(code).toBe(2);
    expect(err).toMatch(/^poam: crash\.csv: this is a bug in poam \d+\.\d+\.\d+ \(TypeError\)\.\n/);
    expect(err).toContain("Do not attach the workbook, but a copy without its text: poam anonymize FILE -o copy.xlsx");
    expect(err).not.toContain("secret");
    expect(out).toContain("bad.csv:'bad'!F2");
  });

  it("show their stack with --debug", async () => {
    expect((await poam(["lint", "crash.csv", "--debug"], { files: FILES })).err).toContain(
      "TypeError: secret of the cell\n    at ",
    );
  });
});

describe("privacy", () => {
  const secret = { "/home/me/acme.csv": register("error in SECRET") };

  it.each<[string, World["env"], string | undefined]>([
    ["--redact", {}, undefined],
    ["", { POAM_REDACT: "1" }, undefined],
    ["", {}, '{ "redact": true }'],
  ])("prints no cell text: %s %o %s", async (flag, env, config) => {
    const files = config ? { ...secret, "/home/me/poam.config.json": config } : secret;
    for (const format of PRINTED) {
      const { code, out } = await poam(["lint", "acme.csv", "-f", format, ...(flag ? [flag] : [])], {
        files,
        env: env!,
      });
      expect(code).toBe(1);
      expect(out).toContain("An item is marked");
      expect(out.replaceAll("&#39;", "'")).toContain("'acme'!F2");
      for (const text of ["SECRET", "V-1", "Old TLS"]) expect(out).not.toContain(text);
      if (format === "json")
        expect(JSON.parse(out).files[0].findings[0]).toMatchObject({
          item: null,
          fix: null,
          fingerprint: "0123456789abcdef",
        });
    }
  });

  it("lets no workbook and no file name speak to the terminal", async () => {
    const evil = "error _x001B_]0;pwned_x0007_ \u009b31m \u202egnp";
    const cells = register(evil)
      .trim()
      .split("\n")
      .map((line) => line.split(",").map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`));
    const xml = cells.map((row) => `<row>${row.join("")}</row>`).join("");
    const files = { "/home/me/a\u001b[2Jb.xlsx": makeWorkbook({ sheets: [{ name: "S\u009b5m", xml }] }) };
    for (const format of PRINTED) {
      const { out, err } = await poam(["lint", ".", "nope\u001bc.csv", "-f", format], { files });
      expect(out, err).toContain("pwned");
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      if (!format.includes("json")) expect(out).not.toContain("\u202e");
    }
  });
});

describe("progress", () => {
  const args = ["lint", "bad.csv", "clean.csv"];
  const clock = ["2026-03-31T12:00:00", "2026-03-31T12:00:00", "2026-03-31T12:00:00", "2026-03-31T12:00:04"];

  it("is shown on a terminal when it takes longer than a second, and wiped", async () => {
    const { err } = await poam(args, { files: FILES, tty: true, clock });
    expect(err).toContain("░░░░ 0 of 2  bad.csv");
    expect(err).toContain("██████████░░░░░░░░░░ 1 of 2, 4 s left  clean.csv");
    expect(err.endsWith("\r\u001b[2K")).toBe(true);
  });

  it("is not shown otherwise", async () => {
    expect((await poam(args, { files: FILES, tty: true })).err).toBe("");
    expect((await poam(args, { files: FILES, clock })).err).toBe("");
    expect((await poam([...args, "-q"], { files: FILES, tty: true, clock })).err).toBe("");
  });
});
