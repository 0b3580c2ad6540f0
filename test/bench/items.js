import { letters } from "./sheet.js";

/** Strings that many items have. */
export const SHARED = [
  "RA-5, SI-2",
  "SI-2",
  "CM-6, CM-7",
  "SC-8(1)",
  "Nessus",
  "Qualys",
  "Dana Whitfield, dana.whitfield@example.com",
  "Marcus Oyelaran, marcus.oyelaran@example.com",
  "Priya Raman, priya.raman@example.com",
  "Grace Okafor, grace.okafor@example.com",
  "Yes",
  "No",
  "Low",
  "Moderate",
  "High",
  "Maybe",
  "Platform",
  "Network",
];

const at = (text) => SHARED.indexOf(text);
const RATINGS = ["Low", "Moderate", "High", "Low", "Moderate", "Low"];
const DAYS = { Low: 180, Moderate: 90, High: 30 };
const TODAY = 46_112;

/** How many strings an item has of its own: id, name, assets, CVE, ticket, and six long ones. */
const OWN = 11;

/** An item's own strings, in the order in which its cells refer to them. */
export function itemTexts(item) {
  const sentence = sentences(item);
  return [
    `V-${100_001 + item}`,
    `${PRODUCTS[item % PRODUCTS.length]} older than ${1 + (item % 9)}.${item % 37}.${item}`,
    `host-${String(item).padStart(6, "0")} (443/TCP)`,
    `CVE-${2019 + (item % 7)}-${10_000 + (item % 49_000)}`,
    `OPS-${20_000 + item}`,
    sentence(210),
    sentence(190),
    `Upgrade ${PRODUCTS[item % PRODUCTS.length]} by 2026-${item % 2 ? "04-20" : "05-18"} and scan again with Nessus. ${sentence(140)}`,
    sentence(200),
    sentence(200),
    sentence(200),
  ];
}

/** An item's row. Three items of a hundred have a fault: one is late, one has no owner, one answers Maybe. */
export function itemCells(item, row) {
  const fault = item % 100;
  const rating = RATINGS[item % RATINGS.length];
  const window = DAYS[rating];
  const found = fault === 17 ? TODAY - window - 25 : TODAY - ((item * 7) % (window - 3));
  const own = (index) => SHARED.length + item * OWN + index;
  let xml = `<row r="${row}" ht="12.75" customHeight="1"><c r="A${row}" s="1"/>`;
  let column = 2;
  const text = (index) => {
    xml += `<c r="${letters(column++)}${row}" s="3" t="s"><v>${index}</v></c>`;
  };
  const blank = () => {
    xml += `<c r="${letters(column++)}${row}" s="1"/>`;
  };
  const date = (serial, formula = "") => {
    xml += `<c r="${letters(column++)}${row}" s="2">${formula}<v>${serial}</v></c>`;
  };
  text(own(0));
  text(item % 4);
  text(own(1));
  text(own(5));
  text(4 + (item % 2));
  xml += `<c r="${letters(column++)}${row}" s="1"><v>${100_000 + item}</v></c>`;
  text(own(2));
  if (fault === 61) blank();
  else text(6 + (item % 4));
  text(own(6));
  text(own(7));
  date(found);
  date(found + window, dueFormula(row));
  date(Math.max(found, TODAY - (item % 20)));
  text(at(fault === 41 ? "Maybe" : "No"));
  blank();
  blank();
  text(at(rating));
  blank();
  text(at("No"));
  text(at("No"));
  text(at("No"));
  blank();
  text(own(8));
  text(own(9));
  blank();
  blank();
  text(own(3));
  text(own(4));
  text(16 + (item % 2));
  text(own(10));
  return `${xml}</row>`;
}

/** The form's formula, in the first row in full and below as its children. */
function dueFormula(row) {
  if (row > 9) return '<f t="shared" si="0"/>';
  const formula =
    "IF(R9=&quot;High&quot;,L9+30,IF(R9=&quot;Moderate&quot;,L9+90,IF(R9=&quot;Low&quot;,L9+180,&quot;&quot;)))";
  return `<f t="shared" ref="M9:M1048576" si="0">${formula}</f>`;
}

/** Gives sentences of about so many characters, always the same for an item. */
function sentences(item) {
  let state = (item + 1) * 2_654_435_761;
  return (length) => {
    let text = "";
    while (text.length < length) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      text += `${text ? " " : ""}${WORDS[(state >>> 8) % WORDS.length]}`;
    }
    return `${text} ${state % 10_000}.`;
  };
}

const PRODUCTS = ["OpenSSL", "OpenSSH", "nginx", "PostgreSQL", "containerd", "glibc", "Redis", "Node.js"];

const WORDS = (
  "the service reads a message from its queue and writes what it found to the store before another worker " +
  "takes over so that an attacker on the same network could send crafted input which makes the parser reach beyond " +
  "its buffer until memory is exhausted while administrators update packages after tests in staging and scan every " +
  "host again to confirm that version is gone from production cluster images pipeline gateway certificate session " +
  "token upload archive header library kernel module driver balancer endpoint record backup restore rotate"
).split(" ");
