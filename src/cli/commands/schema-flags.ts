import type { Command } from "commander";
import { common, examples, oneOf } from "../options.js";
import type { Does, Session } from "../program.js";

export const SCHEMAS = ["config", "report", "template", "suppressions", "items", "ver"] as const;
export type SchemaName = (typeof SCHEMAS)[number];

/** `poam schema` and its flags. */
export function addSchema(program: Command, does: Does): void {
  const command = program
    .command("schema")
    .summary("the JSON schema of a file that poam reads")
    .description(
      "Prints the JSON schema of poam.config.json (config) or its report section (report), of a template.json (template), of poam.suppressions.json (suppressions), of poam's own JSON of items (items), or of poam.ver.json (ver), for editors and validators.",
    )
    .argument("<of>", SCHEMAS.join(", "), oneOf("the schema", SCHEMAS));
  common(command);
  examples(command, "poam schema config > poam.config.schema.json");
  const action = does(async (session: Session, of: SchemaName) =>
    (await import("./schema.js")).schemaCommand(session, of),
  );
  command.action((of) => action(of));
}
