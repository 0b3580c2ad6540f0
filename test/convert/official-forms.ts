import { existsSync, readFileSync } from "node:fs";
import type { Subject } from "../lossless/workbooks.js";

/** The publishers' own blanks, which are not part of the project: none where they are absent. */
const CORPUS = "../shared/corpus";

export const OFFICIAL_FORMS: readonly Subject[] = [
  "fedramp/FedRAMP-POAM-Template_2025-11-17_v3.0.xlsx",
  "fedramp/FedRAMP-POAM-Template_2024-03-29.xlsx",
  "fedramp/FedRAMP-POAM-Template_2022-06-23_REV4.xlsm",
  "emass/emass-2020_template.xlsm",
]
  .filter((path) => existsSync(`${CORPUS}/${path}`))
  .map((path) => ({ name: path.split("/")[1]!, bytes: readFileSync(`${CORPUS}/${path}`) }));
if (OFFICIAL_FORMS.length === 0) console.warn(`${CORPUS} is absent: the publishers' own forms are not filled`);
