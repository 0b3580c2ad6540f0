import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { TEMPLATES } from "../templates.js";
import { memoryHost, type World } from "./memory-host.js";

const SCHEMA = "./node_modules/poam/schemas/poam.config.schema.json";
const HOME_MADE = readFileSync("fixtures/err/csv-semicolon.csv");
const FILLED = readFileSync("fixtures/ok/fedramp-v3.0.xlsx");

async function poam(args: readonly string[], world: World = {}) {
  const host = memoryHost(world);
  const code = await main(args, host);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

const config = (written: ReadonlyMap<string, string>, path = "/home/me/poam.config.json") =>
  JSON.parse(written.get(path)!);

describe("poam init", () => {
  it("writes a blank workbook and a config that asks nothing", async () => {
    const { code, out, err, written } = await poam(["init", "fedramp-rev5-v3.0", "-o", "acme-poam.xlsx"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      "acme-poam.xlsx: a blank FedRAMP POA&M template 3.0 (2025-11-17)\n" +
        "poam.config.json: packs fedramp-rev5, best-practice\n",
    );
    expect([...written.keys()].sort()).toEqual(["/home/me/acme-poam.xlsx", "/home/me/poam.config.json"]);
    expect(config(written)).toEqual({ $schema: SCHEMA, packs: ["fedramp-rev5", "best-practice"] });
    const bytes = Buffer.from(written.get("/home/me/acme-poam.xlsx")!, "latin1");
    const read = readPoam(await openWorkbook(bytes, "acme-poam.xlsx"), TEMPLATES, { fileName: "acme-poam.xlsx" });
    expect([read.template.id, read.counts.total]).toEqual(["fedramp-rev5-v3.0", 0]);
  });

  it("names the workbook for its form where nobody does", async () => {
    const { written } = await poam(["init", "cmmc"]);
    expect([...written.keys()].sort()).toEqual(["/home/me/cmmc.xlsx", "/home/me/poam.config.json"]);
  });

  it("takes a form of the user's own, and names it in the config", async () => {
    const own = JSON.stringify({ ...TEMPLATES.find(({ id }) => id === "cmmc")!, id: "own" });
    const { code, written } = await poam(["init", "forms/own.json"], { files: { "/home/me/forms/own.json": own } });
    expect(code).toBe(0);
    expect(config(written)).toMatchObject({ template: "./forms/own.json" });
    expect(written.has("/home/me/own.xlsx")).toBe(true);
  });

  it("leaves a config alone that holds for the folder", async () => {
    const { code, out, written } = await poam(["init", "cmmc"], { files: { "/home/poam.config.json": "{}" } });
    expect([code, [...written.keys()]]).toEqual([0, ["/home/me/cmmc.xlsx"]]);
    expect(out).toContain("/home/poam.config.json is there already, and stays as it is\n");
  });

  it("without a form writes the config for the one workbook in the folder", async () => {
    const { code, out, written } = await poam(["init"], { files: { "/home/me/acme.xlsx": FILLED } });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^acme\.xlsx: FedRAMP POA&M template 3\.0 \(2025-11-17\), \d+ items\npoam\.config\.json: packs /,
    );
    expect([...written.keys()]).toEqual(["/home/me/poam.config.json"]);
    expect(config(written)).toEqual({ $schema: SCHEMA, packs: ["fedramp-rev5", "best-practice"] });
  });

  it.each<[name: string, files: Readonly<Record<string, Buffer | string>>, packs: string[] | undefined, err: RegExp]>([
    [
      "two months of one form",
      { "/home/me/06.xlsx": FILLED, "/home/me/05.xlsx": FILLED },
      ["fedramp-rev5", "best-practice"],
      /^$/,
    ],
    ["two forms", { "/home/me/a.xlsx": FILLED, "/home/me/b.csv": HOME_MADE }, undefined, /^$/],
    [
      "a file that is no POA&M",
      { "/home/me/a.xlsx": FILLED, "/home/me/b.csv": "Colour,Size\nred,3\n" },
      ["fedramp-rev5", "best-practice"],
      /^poam: .*b\.csv.*\n$/,
    ],
  ])("without a form looks at all workbooks in the folder: %s", async (_, files, packs, err) => {
    const ran = await poam(["init"], { files });
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(err);
    expect([...ran.written.keys()]).toEqual(["/home/me/poam.config.json"]);
    expect(config(ran.written)).toEqual({ $schema: SCHEMA, ...(packs && { packs }) });
    expect(ran.out).toMatch(
      packs ? /\npoam\.config\.json: packs fedramp/ : /\npoam\.config\.json: the packs of each workbook's form\n$/,
    );
  });

  it("writes over a workbook only with --force", async () => {
    const files = { "/home/me/cmmc.xlsx": "old" };
    const refused = await poam(["init", "cmmc"], { files });
    expect([refused.code, refused.err, refused.written.size]).toEqual([
      2,
      "poam: cmmc.xlsx exists already. Give another name, or --force to write over it.\n",
      0,
    ]);
    const forced = await poam(["init", "cmmc", "--force"], { files });
    expect([forced.code, forced.written.get("/home/me/cmmc.xlsx")?.startsWith("PK")]).toEqual([0, true]);
  });

  it.each<[string[], World["files"], string]>([
    [["init", "fedramp-v3"], {}, "there is no template fedramp-v3. Did you mean"],
    [["init", "fedramp-ret"], {}, "fedramp-ret is a FedRAMP Risk Exposure Table, not a POA&M."],
    [["init", "jira"], {}, "jira is a CSV file for import, which poam convert --to jira makes of items."],
    [["init", "cmmc", "-o", "acme.xlsm"], {}, "-o acme.xlsm: the name of a new workbook must end in .xlsx."],
    [["init", "cmmc", "-o", "nowhere/acme.xlsx"], {}, "there is no folder for nowhere/acme.xlsx."],
    [["init"], {}, "there is no workbook in this folder. Name a form: poam init fedramp-rev5-v3.0."],
    [["init"], { "/home/me/a.xlsx": "", "/home/me/b.xlsx": "" }, "a.xlsx is empty (0 bytes)."],
    [["init", "-o", "acme.xlsx"], {}, "-o and --force are for a new workbook: poam init fedramp-rev5-v3.0 -o"],
  ])("%j %s: %s", async (args, files, sentence) => {
    const { code, out, err, written } = await poam(args, { files: files ?? {} });
    expect([code, out, written.size]).toEqual([2, "", 0]);
    expect(err).toContain(`poam: ${sentence}`);
  });
});
