import type { Citation } from "./pack.js";

/** Forms with the milestone in columns of its own, and those with text and date in one cell. */
export const MODERN = ["emass-navy-2026", "emass-army-2026", "emass-marine-2026"];
export const CLASSIC = ["emass-2020", "emass-navy-2023", "emass-navy-2024"];
/** Forms that eMASS itself gives out and takes back. */
export const NATIVE = [...CLASSIC, ...MODERN];
export const NAVY = ["emass-navy-2023", "emass-navy-2024", "emass-navy-2026"];
export const ARMY = ["emass-army-2026"];
/** Those, and what STIG Manager writes for eMASS. */
export const EMASS = [...NATIVE, "stigman-emass"];
/** Several controls in an item: since eMASS 5.11 (2024-03-02). */
export const SEVERAL_CONTROLS = ["emass-navy-2024", ...MODERN];

export const API = (section: string): Citation => ({
  document: "eMASS REST API documentation",
  version: "3.22",
  section,
});
export const REQUIREMENTS = API("Appendix A, pages 252 to 255");
export const FIELD_TABLE = API("section 4.7.1, pages 62 to 70");

/** The Instructions sheet, whose items are numbered otherwise in the form of 2020: both, each for its forms. */
export const INSTRUCTIONS = (section: string, in2020?: string): readonly Citation[] => [
  {
    document: "eMASS POA&M import template, Instructions sheet",
    version: "2026",
    section,
    templates: EMASS.filter((id) => id !== "emass-2020"),
  },
  ...(in2020 ? [SHEET_2020(in2020)] : []),
];
const SHEET_2020 = (section: string): Citation => ({
  document: "eMASS POA&M import template, Instructions sheet",
  version: "2020",
  section,
  templates: ["emass-2020"],
});
export const LAYOUT = INSTRUCTIONS("on added and deleted columns and sheets", "item 4");
export const NAVY_INSTRUCTIONS = (section: string): Citation => ({
  document: "eMASS POA&M import template of the Navy, Instructions sheet",
  version: "2026",
  section,
  templates: NAVY,
});
export const VALIDATION = (section: string, templates: readonly string[] = MODERN): Citation => ({
  document: "eMASS POA&M import template",
  version: "2026",
  section: `data validation of columns ${section}`,
  templates,
});
