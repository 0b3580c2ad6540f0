import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost, type World } from "./memory-host.js";

const POAM = readFileSync("fixtures/ok/fedramp-v3.0.xlsx");

async function lint(args: readonly string[], files: World["files"] = {}) {
  const host = memoryHost({ files: { "/home/me/acme.xlsx": POAM, ...files } });
  const code = await main(["lint", "acme.xlsx", "--as-of", "2026-03-31", ...args], host);
  return { code, out: host.out(), err: host.err() };
}

describe("what is given besides the workbook", () => {
  it("is refused by its own name where it cannot be read", async () => {
    expect(await lint(["--previous", "last.xlsx"])).toEqual({
      code: 2,
      out: "",
      err: "poam: there is no file last.xlsx.\n",
    });
    const inventory = await lint(["--inventory", "acme.xlsx"]);
    expect(inventory.err).toMatch(
      /^poam: acme\.xlsx: no sheet here has enough headings of fedramp-inventory to be read by it\./,
    );
    expect((await lint(["--kev", "kev.json"], { "/home/me/kev.json": "[]" })).err).toBe(
      "poam: kev.json is not CISA's catalogue of known exploited vulnerabilities in JSON.\n",
    );
  });

  it.each([
    [["--kev", "kev.json"], '{"vulnerabilities": [],\n"vulnerabilities": []}', "vulnerabilities"],
    [[], '{"items": {"V-1": {"rating": 1},\n"V-1": {"rating": 5}}}', "V-1"],
    [["--config", "own.json"], '{"rules": {"overdue": "off",\n"overdue": "error"}}', "overdue"],
  ])("with a key that is there twice, in %s", async (args, text, key) => {
    const name = args[1] ?? "poam.ver.json";
    expect((await lint(args, { [`/home/me/${name}`]: text })).err).toBe(
      `poam: ${name}, line 2: the key ${key} is given twice. Leave one of them out.\n`,
    );
  });

  it("is one system's last month", async () => {
    const { code, err } = await lint(["acme.xlsx", "other.xlsx", "--previous", "acme.xlsx"], {
      "/home/me/other.xlsx": POAM,
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^poam: --previous is one system's last month/);
  });

  it("comes from the config too, by paths beside it", async () => {
    const config = JSON.stringify({ kev: "kev.json", kind: "operational", conditionalDate: "2026-01-01" });
    const { code, err } = await lint([], { "/home/me/poam.config.json": config });
    expect({ code, err }).toEqual({ code: 2, err: "poam: there is no file kev.json.\n" });
  });

  it("knows the sidecar beside the workbook", async () => {
    const { code, err } = await lint([], { "/home/me/poam.ver.json": '{ "items": { "V-101": { "rating": 9 } } }' });
    expect(code).toBe(2);
    expect(err).toMatch(/^poam: poam\.ver\.json: item V-101: rating cannot be 9;/);
  });
});

describe("--print-config", () => {
  it("goes on after a workbook that cannot be read", async () => {
    const host = memoryHost({ files: { "/home/me/bad.xlsx": "", "/home/me/good.xlsx": POAM } });
    const code = await main(["lint", "bad.xlsx", "good.xlsx", "--print-config"], host);
    expect(code).toBe(2);
    expect(host.err()).toMatch(/^poam: bad\.xlsx is empty/);
    expect(host.out()).toMatch(/^good\.xlsx\n {2}config {4}none\n {2}template/);
  });

  it("shows form, packs and each rule with who decided it", async () => {
    const { code, out } = await lint(["--print-config", "--rule", "stale=error"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^acme\.xlsx\n {2}config {4}none\n {2}template {2}fedramp-rev5-v3\.0: by the headings\n/);
    expect(out).toMatch(/\n {2}packs {5}fedramp-rev5, best-practice: the template's\n/);
    expect(out).toMatch(/\n {4}stale +error +your setting {2}days 31\n/);
    expect(out).toMatch(/\n {4}duplicate-id +error +fedramp-rev5\n/);
  });
});
