import { getAsset } from "node:sea";

// In the executable's place of src/cli/own-files.ts: the same files, packed in by make.js.

export const ownPackage = () => getAsset("package.json", "utf8");
export const ownTemplates = () => JSON.parse(getAsset("templates.json", "utf8"));
