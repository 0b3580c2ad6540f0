import { basename } from "node:path";
import type { ConfigLayer } from "../../config/load.js";
import { UserError } from "../../model/user-error.js";
import { activeRules } from "../../packs/active-rules.js";
import { printable } from "../../reporters/printable.js";
import { RULES } from "../../rules/index.js";
import { aboutFile, complaint, plainSentence } from "../errors.js";
import { type Input, shownFrom } from "../inputs.js";
import { packsOf } from "../packs.js";
import type { Session } from "../program.js";
import type { RunSettings } from "../settings.js";

/**
 * `poam lint --print-config`: for each workbook the configs and overrides that hold, its form and why, its packs, and each rule's severity and who decided it. One
 * that cannot be read does not stop the others; the exit code is then 2.
 */
export async function printConfig(session: Session, inputs: readonly Input[], settings: RunSettings): Promise<number> {
  const { stdout, stderr } = session.host;
  let code = 0;
  for (const input of inputs) {
    try {
      await stdout.write(await description(session, input, settings));
    } catch (error) {
      code = 2;
      const sentence = plainSentence(error, input.path);
      const told = sentence === undefined ? error : new UserError("file", aboutFile(sentence, input.path));
      await stderr.write(complaint(told, false, input.path));
    }
  }
  return code;
}

async function description({ host, engine }: Session, input: Input, settings: RunSettings): Promise<string> {
  if (input.failure !== undefined) throw input.failure;
  const { template, packs, rules, columns, layers } = settings.of(input);
  const fileName = basename(input.absolute);
  const workbook = await engine.openWorkbook(await host.files.read(input.absolute), fileName);
  const poam = await engine.readPoam(workbook, await engine.templates(), { template, columns, fileName });
  const all = await engine.packs();
  const used = packs ?? packsOf(poam.template, all);
  const active = activeRules(poam, { packs: used, asOf: settings.asOf, settings: rules });
  const registers = poam.registers.map(({ sheet, headingRow, columns }) => {
    return `'${printable(sheet)}', headings in row ${headingRow} (${columns.length} columns with a meaning)`;
  });
  const width = Math.max(...active.map(({ rule }) => rule.id.length));
  const lines = [
    printable(input.path),
    ...layersLines(layers, host.cwd),
    `  template  ${poam.template.id}: ${template ? "as you chose" : "by the headings"}`,
    ...registers.map((register) => `            ${register}`),
    `  packs     ${used.map(({ id }) => id).join(", ")}: ${packs ? "as you chose" : "the template's"}`,
    `  as of     ${settings.asOf}`,
    `  rules     ${active.length} of ${RULES.length}`,
    ...active.map(({ rule, severity, decidedBy, option }) => {
      const options = Object.keys(rule.options ?? {}).map((name) => `${name} ${JSON.stringify(option(name))}`);
      const by = { setting: "your setting", rule: "the rule itself" }[decidedBy] ?? decidedBy;
      return `    ${rule.id.padEnd(width)}  ${severity.padEnd(7)}  ${[by, ...options].join("  ")}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

/** The config's files and overrides that hold, the later over the earlier. */
function layersLines(layers: readonly ConfigLayer[], cwd: string): string[] {
  const names = layers.map(({ path, override }) => {
    const part = override ? `, overrides.${override.index} (${override.files.join(", ")})` : "";
    return printable(shownFrom(cwd, path) + part);
  });
  return (names.length > 0 ? names : ["none"]).map(
    (name, index) => `  ${index === 0 ? "config" : "      "}    ${name}`,
  );
}
