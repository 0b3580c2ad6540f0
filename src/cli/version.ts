import { readFileSync } from "node:fs";

/** What package.json says of poam: its version, and where to report bugs if it is known. */
export function packageFacts(): { readonly version: string; readonly bugs: string | undefined } {
  const { version, bugs } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return { version, bugs: bugs?.url };
}
