import type { PoamItem } from "../model/item.js";
import { isOnSettings } from "./umbrella.js";

/** The source of an item that a scanner found, which has an identifier of its own for it; undefined for any other. */
export function scannerOf(item: PoamItem): string | undefined {
  const source = item.source?.value;
  return source && SCANNER.test(source) && !isOnSettings(item) ? source : undefined;
}

const SCANNER =
  /\b(?:nessus|wazuh|tenable|qualys|web ?inspect|nexpose|insightvm|rapid7|openvas|greenbone|acunetix|netsparker|invicti|burp|appscan|dbprotect|appdetective|prisma|twistlock|aqua|trivy|grype|anchore|snyk|wiz|sysdig|inspector|owasp zap|nuclei|scanner|(?:vulnerability|container|image|web|database|os) scan(?:s|ning)?)\b/i;
