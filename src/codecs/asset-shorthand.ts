import { assetEntries } from "./assets.js";

/**
 * The first entry of an asset cell that stands for assets instead of naming them, as written: `various`, `see attached`,
 * `all servers`, `10.0.0.0/24`, `10.0.0.1-10.0.0.50`, `web[01-10]`, `etc.`. Undefined where all entries are names.
 */
export function assetShorthand(text: string): string | undefined {
  if (SURELY_NAMES.test(text)) return undefined;
  return assetEntries(text).find((entry) => entry.length <= LONGEST && !entry.includes("://") && isShorthand(entry));
}

/** An entry longer than this is prose, and not searched. */
const LONGEST = 200;
/** Lines of host names with a number, or addresses, with a port: what most cells hold. */
const SURELY_NAMES =
  /^(?:(?:[a-z]{1,20}-?\d{1,9}|\d{1,3}(?:\.\d{1,3}){3})(?: \(\d{1,5}\/(?:tcp|udp)\))?(?:\n{1,3}|$))+$/i;

function isShorthand(entry: string): boolean {
  return isVague(entry.toLowerCase()) || isAddressRange(entry) || isNameRange(entry);
}

function isVague(entry: string): boolean {
  const bare = entry.replace(/[.)\]]$/, "").replace(/^[([]|^the /, "");
  if (WHOLE_ENTRIES.has(bare) || ELSEWHERE.test(entry) || AND_SO_ON.test(entry) || ENTIRE.test(bare)) return true;
  const [first = "", ...rest] = bare.split(/[\s(),.:]+/, 5);
  return (QUANTIFIERS.has(first) || /^\d{1,6}\+?$/.test(first)) && rest.some((word) => ASSET_NOUNS.has(word));
}

function isAddressRange(entry: string): boolean {
  if (ADDRESS_TO_ADDRESS.test(entry) || WILDCARD_ADDRESS.test(entry)) return true;
  if (entry.includes("*") && !entry.includes("/")) return true;
  const toOctet = ADDRESS_TO_OCTET.exec(entry);
  if (toOctet !== null) return Number(toOctet[2]) > Number(toOctet[1]) && Number(toOctet[2]) < 256;
  const subnet = SUBNET.exec(entry);
  if (subnet !== null) return isNetwork(subnet.slice(1, 5).map(Number), Number(subnet[5]));
  const subnet6 =
    entry.includes("::") || entry.split(":").length > 4 ? /::?[0-9a-f]{0,4}\/(\d{1,3})$/i.exec(entry) : null;
  return subnet6 !== null && Number(subnet6[1]) < 128;
}

/** Whether the address is a network's own: `10.0.0.5/24` is one host and its mask. */
function isNetwork(octets: readonly number[], bits: number): boolean {
  if (bits > 31 || octets.some((octet) => octet > 255)) return false;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return address % 2 ** (32 - bits) === 0;
}

/** `web[01-10]`, `web{1..5}`, `web01 - web10`, `web01 to 10`. */
function isNameRange(entry: string): boolean {
  if (BRACKETED_RANGE.test(entry)) return true;
  const [from = "", to, more] = entry.split(/\s+(?:to|thru|through|-|–)\s+|(?<=\d)[-–](?=[a-z])/i);
  if (to === undefined || more !== undefined) return false;
  const [stem, number] = stemAndNumber(from);
  const [stemTo, numberTo] = stemAndNumber(to);
  return (
    stem !== "" &&
    number !== "" &&
    numberTo !== "" &&
    (stemTo === stem || stemTo === "") &&
    Number(numberTo) > Number(number)
  );
}

function stemAndNumber(name: string): [string, string] {
  const digits = /\d{1,9}$/.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - digits.length).toLowerCase(), digits];
}

const WHOLE_ENTRIES: ReadonlySet<string> = new Set(
  (
    "various|multiple|several|numerous|many|all|tbd|tba|to be determined|attached|as attached|etc|others|ditto|same as above|" +
    "systemwide|system wide|system-wide|enterprise-wide|enterprise wide|organization-wide"
  ).split("|"),
);
const ENTIRE =
  /^(?:entire|whole) (?:[\w-]{1,20} ){0,2}(?:system|environment|network|boundary|enclave|infrastructure|platform|organi[sz]ation|enterprise|application|subnet|fleet|cluster)\b/;
const QUANTIFIERS: ReadonlySet<string> = new Set("all various multiple several numerous many both".split(" "));
const ASSET_NOUNS: ReadonlySet<string> = new Set(
  (
    "servers hosts systems assets devices endpoints workstations instances components containers pods nodes databases machines " +
    "vms laptops desktops computers applications apps images routers switches firewalls ips addresses resources services " +
    "accounts clusters buckets appliances environments"
  ).split(" "),
);
const ELSEWHERE =
  /(?:^|[\s(])(?:see|refer to|listed in) (?:the )?(?:attach|inventory|iiw|ssp|spreadsheet|list|tab|sheet|worksheet|workbook|appendix|scan|report|evidence|supporting|comment|below|above|file|document|column)|^(?:please )?(?:see|refer to) \S/;
const AND_SO_ON =
  /[\s(](?:etc\.?|(?:and|&|\+|plus) (?:\d{1,6} )?(?:others?|more)(?: (?:hosts|assets|servers|systems|devices))?)[.)]?$|(?:\.\.\.|…)$|^(?:and|&|\+|plus) (?:\d{1,6} )?(?:others?|more)\b/;
const ADDRESS_TO_ADDRESS = /\d\.\d{1,3} ?(?:-|–|—|to|thru|through) ?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/i;
const ADDRESS_TO_OCTET = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.(\d{1,3})[-–](\d{1,3})$/;
const SUBNET = /(?:^|[\s(])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})(?![\d/])/;
const WILDCARD_ADDRESS = /^(?:\d{1,3}\.){1,3}[x*](?:\.[x*]){0,2}(?![a-z])/i;
const BRACKETED_RANGE =
  /[[{(](?:\d{1,6} ?(?:-|–|\.\.) ?\d{1,6}|[a-z] ?(?:-|–|\.\.) ?[a-z])[\]})]|\[\d{1,6}(?: ?, ?\d{1,6}){1,40}\]|\{[\w-]{1,30}(?:,[\w-]{1,30}){1,40}\}/i;
