import { UserError } from "../model/user-error.js";

/** The value of a JSON text; a UserError of the given code names the file and the line where it breaks off. */
export function readJson(text: string, path: string, code: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? "" : `, line ${text.slice(0, +position).split("\n").length}`;
    const end = /end of JSON/.test(String(error)) ? ": it ends too early" : "";
    throw new UserError(
      code,
      `${path}${line}: not valid JSON${end}. JSON has no comments and no commas before } or ].`,
    );
  }
}
