import { readControls } from "../model/control.js";

/**
 * Whether the entries of a line are plainly assets of one kind: all addresses, all URLs, hosts of one domain, or names that
 * differ in their digits only. In `web-01, RHEL8` or `10.0.0.1, 255.255.255.0` the second says more of the first.
 */
export function areAlike(entries: readonly string[]): boolean {
  const kind = kindOf(entries[0] ?? "");
  return kind !== undefined && entries.every((entry) => kindOf(entry) === kind);
}

/** What assets of its kind have in common; undefined for what may be none. */
function kindOf(entry: string): string | undefined {
  const name = entry
    .replace(/ ?\([^()]*\)$/, "")
    .replace(/:\d{1,5}$/, "")
    .toLowerCase();
  if (URL.test(name)) return "URL";
  if (IPV4.test(name)) return MASK.test(name) ? undefined : "IPv4";
  if (!HOST.test(name) || NO_ASSET.test(name) || isControl(name)) return undefined;
  return DOMAIN.exec(name)?.[0] ?? name.replace(/\d+/g, "0");
}

function isControl(name: string): boolean {
  return readControls(name, "any").some(({ scheme, id }) => scheme === "800-53" && id !== undefined);
}

const URL = /^https?:\/\/\S+$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const MASK = /^(?:0|255)\./;
const HOST = /^[a-z][a-z0-9._-]*$/;
/** The domain of a host, its two last parts. */
const DOMAIN = /(?<=\.)[a-z0-9-]+\.[a-z]{2,}$/;
/** Vulnerabilities, versions, operating systems, ports and cloud regions. */
const NO_ASSET =
  /^(?:(?:cve|cwe|cci|kb|rhsa|v|ver|version|rev|release|rhel|centos|ubuntu|debian|fedora|sles|windows|win|macos|aix|solaris|esxi|tcp|udp|port|vlan)[-_.]?\d|[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-?\d)/;
