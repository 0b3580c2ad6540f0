import { SEVERITIES } from "../../model/finding.js";
import { CONDITIONS } from "../../model/item-status.js";
import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { FORMATS, REVIEW } from "../../reporters/index.js";
import { STATUS_FORMATS } from "../../reporters/status-formats.js";
import { TARGET_FORMATS } from "../commands/convert-target.js";
import { LISTED } from "../commands/list-flags.js";
import type { Engine } from "../engine.js";
import type { Values, ValuesOf } from "./shape.js";

/** The ids and formats that poam knows, by the flag or argument that takes them. */
export async function knownValues(engine: Engine, commands: readonly string[]): Promise<ValuesOf> {
  const templates = (await engine.templates()).filter(({ purpose }) => purpose !== "companion").map(({ id }) => id);
  const rules = (await engine.rules()).map(({ id }) => id);
  const form: Values = { words: templates, files: true };
  const level: Values = { words: rules, files: false, after: { words: [...SEVERITIES, "off"], files: false } };
  const known: Readonly<Record<string, Values>> = {
    "--template": form,
    "--pack": { words: (await engine.packs()).map(({ id }) => id), files: false },
    "--rule": level,
    "lint --format": formats(Object.keys({ ...FORMATS, ...REVIEW })),
    "merge-reports --format": formats(Object.keys(FORMATS)),
    "status --format": formats(Object.keys(STATUS_FORMATS)),
    "status --only": { words: [...CONDITIONS, "all"], files: false },
    "status --fail-on": { words: CONDITIONS, files: false },
    "convert --to": { words: [...TARGET_FORMATS, ...templates], files: true },
    "init template": form,
    "explain rule": { words: [...rules, ...SUPPRESSION_FAULTS.map(({ id }) => id)], files: false },
    "list what": { words: LISTED, files: false },
    "help command": { words: commands, files: false },
  };
  return (command, name) => known[`${command} ${name}`] ?? known[name];
}

/** A format, or `format=file`. */
function formats(words: readonly string[]): Values {
  return { words, files: false, after: { words: [], files: true } };
}
