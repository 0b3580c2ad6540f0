import { ownPackage } from "./own-files.js";

/** What package.json says of poam: its version, and where to report bugs if it is known. */
export function packageFacts(): { readonly version: string; readonly bugs: string | undefined } {
  const { version, bugs } = JSON.parse(ownPackage());
  return { version, bugs: bugs?.url };
}
