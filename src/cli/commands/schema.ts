import { reportJsonSchema } from "../../config/report-schema.js";
import { configJsonSchema } from "../../config/schema.js";
import { suppressionsJsonSchema } from "../../config/suppressions.js";
import { verJsonSchema } from "../../config/ver.js";
import { templateJsonSchema } from "../../template/schema.js";
import { itemsJsonSchema } from "../../workbook/items-json-schema.js";
import type { Engine } from "../engine.js";
import type { Session } from "../program.js";
import type { SchemaName } from "./schema-flags.js";

const OF: Readonly<Record<SchemaName, (engine: Engine) => Promise<object>>> = {
  config: async (engine) => configJsonSchema({ rules: await engine.rules(), packs: await engine.packs() }),
  report: async () => reportJsonSchema(),
  template: async () => templateJsonSchema(),
  suppressions: async (engine) => suppressionsJsonSchema((await engine.rules()).map(({ id }) => id)),
  items: async () => itemsJsonSchema(),
  ver: async () => verJsonSchema(),
};

/** `poam schema`: one JSON schema, as it stands in the package where it is kept there. */
export async function schemaCommand({ host, engine }: Session, of: SchemaName): Promise<number> {
  await host.stdout.write(`${JSON.stringify(await OF[of](engine), null, 2)}\n`);
  return 0;
}
