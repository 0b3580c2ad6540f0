import { UserError } from "../model/user-error.js";
import { inexactJson } from "./exact-json.js";

/**
 * The value of a JSON text. A UserError of the given code names the file and the line where it breaks off, where a key is
 * given twice, or where a number stands that would be altered.
 */
export function readJson(text: string, path: string, code: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  if (json.startsWith(ARCHIVE))
    throw new UserError(code, `${path} is a workbook or another archive, where JSON is wanted.`);
  const value = parsed(json, path, code);
  const inexact = inexactJson(json);
  if (inexact) throw new UserError(code, `${path}, line ${inexact.line}: ${inexact.what}`);
  return value;
}

/** How .xlsx and all other zip files begin. */
const ARCHIVE = "PK\u0003\u0004";

function parsed(json: string, path: string, code: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? "" : `, line ${json.slice(0, +position).split("\n").length}`;
    const end = /end of JSON/.test(String(error)) ? ": it ends too early" : "";
    throw new UserError(
      code,
      `${path}${line}: not valid JSON${end}. JSON has no comments and no commas before } or ].`,
    );
  }
}
