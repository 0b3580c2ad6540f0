import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { PACKS } from "../../src/packs/index.js";
import { RULES } from "../../src/rules/index.js";
import { memoryHost } from "./memory-host.js";

async function poam(...args: string[]): Promise<string> {
  const host = memoryHost();
  expect({ code: await main(args, host), err: host.err() }).toEqual({ code: 0, err: "" });
  return host.out();
}

const FOLDER = mkdtempSync(join(tmpdir(), "poam-completion-"));
const SHELLS = ["bash", "zsh", "fish"];
const script = (shell: string) => join(FOLDER, `poam.${shell}`);
/** What the help shows: the commands, and each one's flags. */
let commands: readonly string[];
const flags = new Map<string, readonly string[]>();

beforeAll(async () => {
  writeFileSync(join(FOLDER, "zulu.xlsx"), "");
  for (const shell of SHELLS) writeFileSync(script(shell), await poam("completion", shell));
  commands = [...(await poam("--help")).matchAll(/^ {2}([a-z-]+) (?:\[|<)/gm)].map(([, name]) => name!);
  for (const name of commands) {
    const help = name === "help" ? "" : await poam("help", name);
    flags.set(
      name,
      [...help.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)].flatMap(([, text]) => text!.match(/(?<!\S)-[-\w]+/g)!),
    );
  }
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** bash hands over the words parted at "=", as readline does. */
function inBash(line: string, breaks = " \t\n\"'><=;|&(:"): readonly string[] {
  const parted = breaks.includes("=") ? line.replaceAll(/=/g, " = ").replace(/ = $/, " =") : line;
  const words = parted.split(/ +/);
  const code = `COMP_WORDBREAKS=$1; . "$2"; shift 2; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _poam; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const args = ["--norc", "-uc", code, "bash", breaks, script("bash"), ...words];
  return execFileSync("bash", args, { cwd: FOLDER, encoding: "utf8" }).split("\n").filter(Boolean);
}

const LEVELS = ["error", "warning", "info", "off"];
const RULE_IDS = RULES.map(({ id }) => id);

describe("in bash", () => {
  it.each<[line: string, offers: readonly string[]]>([
    ["poam li", ["lint", "list"]],
    ["poam --v", ["--version"]],
    ["poam lint --fail-on ", ["error", "warning", "info", "never"]],
    ["poam lint acme.xlsx --fail-on=w", ["warning"]],
    ["poam lint --pack rmf", ["rmf-emass"]],
    ["poam lint -p cmmc-l2 -p nist", ["nist-800-171"]],
    ["poam lint --rule ", RULE_IDS],
    ["poam lint --rule overdue=", LEVELS],
    ["poam lint --rule=overdue=w", ["warning"]],
    ["poam lint -f nd", ["ndjson"]],
    ["poam lint -f json=", []],
    ["poam merge-reports -f htm", ["html"]],
    ["poam explain suppression-exp", ["suppression-expired"]],
    ["poam lint --as-of ", []],
    ["poam lint ac", []],
    ["poam status --only ch", ["check-in-due"]],
    ["poam report -f ", ["markdown", "html", "xlsx", "json"]],
    ["poam fix --date-order ", ["mdy", "dmy"]],
    ["poam convert --to os", ["oscal"]],
    ["poam convert --to cmmc", ["cmmc"]],
    ["poam init stigman-", ["stigman-emass", "stigman-mccast"]],
    ["poam explain due-before-det", ["due-before-detected"]],
    ["poam list ", ["templates", "packs", "rules", "formats"]],
    ["poam help com", ["completion"]],
    ["poam schema ", ["config", "report", "template", "suppressions", "items", "ver"]],
    ["poam completion z", ["zsh"]],
    ["poam frobnicate ", []],
  ])("%s", (line, offers) => expect(inBash(line)).toEqual(offers));

  it("offers all of a word where the user does not let bash part it at =", () => {
    expect(inBash("poam lint --rule=overdue=w", " \t\n")).toEqual(["--rule=overdue=warning"]);
  });

  it("offers the commands and each one's flags, as the help has them", () => {
    expect(commands.length).toBeGreaterThan(12);
    expect(inBash("poam ").filter((word) => !word.startsWith("-"))).toEqual(commands);
    for (const [name, known] of flags) expect([name, inBash(`poam ${name} -`)]).toEqual([name, known]);
  });
});

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe.each(SHELLS.filter(has))("%s, which is installed here", (shell) => {
  it("reads its script", () => {
    const { status, stderr } = spawnSync(shell, ["-n", script(shell)], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe.each(["fish"].filter(has))("in %s", (shell) => {
  it.each<[line: string, offers: readonly string[]]>([
    ["poam li", ["lint", "list"]],
    ["poam lint --fail-on ", ["error", "info", "never", "warning"]],
    ["poam lint --pack=rmf", ["--pack=rmf-emass"]],
    ["poam explain due-before-det", ["due-before-detected"]],
    ["poam explain ac", RULE_IDS.filter((id) => id.startsWith("ac"))],
    ["poam lint zu", ["zulu.xlsx"]],
    ["poam explain zu", []],
    ["poam lint --as-of ", []],
  ])("%s", (line, offers) => {
    const code = `source ${script(shell)}; complete -C '${line}'`;
    const printed = execFileSync(shell, ["--no-config", "-c", code], { cwd: FOLDER, encoding: "utf8" });
    const words = printed
      .split("\n")
      .filter(Boolean)
      .map((offer) => offer.split("\t")[0]);
    expect(words.sort()).toEqual([...offers].sort());
  });
});

describe("zsh and fish get what bash gets", () => {
  it("the commands and each one's flags, as the help has them", async () => {
    const [zsh, fish] = [await poam("completion", "zsh"), await poam("completion", "fish")];
    for (const [name, known] of flags) {
      const [, branch = ""] = new RegExp(`^    ${name}\\)\n([\\s\\S]*?);;$`, "m").exec(zsh) ?? [];
      const named = [...branch.matchAll(/^ +'(?:\*|\(.*?\))?(-[-\w]+?)[+=]?\[/gm)].map(([, flag]) => flag);
      expect([name, named]).toEqual([name, known]);
      const lines = fish.split("\n").filter((line) => line.includes(`-n '__poam_is ${name}' `));
      const inFish = lines.flatMap((line) =>
        [...line.replace(/ -[ad] '.*/, "").matchAll(/ -([sl]) (\S+)/g)].map(([, kind, flag]) =>
          kind === "s" ? `-${flag}` : `--${flag}`,
        ),
      );
      expect([name, inFish]).toEqual([name, known]);
    }
  });

  it("every rule and pack", async () => {
    for (const shell of ["zsh", "fish"]) {
      const words = new Set((await poam("completion", shell)).split(/[\s']+/));
      for (const { id } of [...RULES, ...PACKS]) expect(words).toContain(id);
    }
  });
});

it("says which shells there are", async () => {
  const host = memoryHost();
  expect(await main(["completion", "tcsh"], host)).toBe(2);
  expect(host.err()).toBe("poam: the shell cannot be tcsh. It can be bash, zsh, fish.\n");
});
