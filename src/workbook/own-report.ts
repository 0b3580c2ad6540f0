import { UserError } from "../model/user-error.js";
import { partBytes } from "./inflate.js";
import { isZip } from "./open.js";
import { findEntry, readZip } from "./zip.js";

/** Refuses a workbook that `poam report` wrote, by the code `own-report`: its properties name `poam` as its creator. */
export function refuseOwnReport(bytes: Buffer, name: string): void {
  if (!isZip(bytes) || !/<dc:creator>poam \d+\.\d+\.\d+[^<]*<\/dc:creator>/.test(properties(bytes, name))) return;
  throw new UserError("own-report", `${name} is a report of poam's, not a POA&M.`);
}

/** Nothing else is read from this part: where it is damaged, the workbook still can be. */
function properties(bytes: Buffer, name: string): string {
  try {
    const zip = readZip(bytes, name);
    const entry = findEntry(zip, "docProps/core.xml");
    return entry ? partBytes(zip, entry).toString("utf8") : "";
  } catch {
    return "";
  }
}
