import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { inject } from "postject";
import { rolldown } from "rolldown";
import { ownPackage, ownTemplates } from "../build/cli/own-files.js";

// `npm run executable`: the program, what it needs and the Node.js that runs this script as one file, for people who cannot
// install Node.js. It is for this machine's kind of system; https://nodejs.org/api/single-executable-applications.html

const FOLDER = resolve("build/executable");
const FILE = join(FOLDER, process.platform === "win32" ? "poam.exe" : "poam");

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const modules = await packProgram(join(FOLDER, "poam.cjs"));
writeFileSync(join(FOLDER, "LICENSES.txt"), licensesOf(modules));
await makeExecutable(join(FOLDER, "poam.cjs"), {
  "package.json": ownPackage(),
  "templates.json": JSON.stringify(ownTemplates()),
});

/** All code in one CommonJS script, which is what Node.js 20 runs from within itself; gives the paths of what went in. */
async function packProgram(file) {
  const bundle = await rolldown({
    input: "bin/poam.js",
    platform: "node",
    plugins: [fromBuild(), ownFiles(), requireOfPackages()],
  });
  const { output } = await bundle.write({
    file,
    format: "cjs",
    codeSplitting: false,
    dynamicImportInCjs: false,
    comments: false,
  });
  return output[0].moduleIds;
}

/** Packs what tsc made of each module, not what `npm run build` packed of them. */
function fromBuild() {
  return {
    name: "from-build",
    resolveId: (id) => (id.startsWith("../dist/") ? resolve(id.replace("../dist", "build")) : null),
  };
}

/** What comes with poam is read from the executable. */
function ownFiles() {
  return {
    name: "own-files",
    resolveId: (id) => (basename(id) === "own-files.js" ? resolve("executable/own-files.js") : null),
  };
}

/** A `require` of our own making is made the bundler's, which then packs in what it asks for. */
function requireOfPackages() {
  return {
    name: "require-of-packages",
    transform: (code) => code.replace("const require = createRequire(import.meta.url);", ""),
  };
}

/** What the licences of poam and of the packages in it ask to be passed on with them; Node.js has its own in its LICENSE. */
function licensesOf(modules) {
  const folders = modules.map((path) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? ".");
  return [...new Set(folders)]
    .sort()
    .flatMap((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
      return [
        `${name} ${version}: ${license}`,
        ...texts.map((file) => readFileSync(join(folder, file), "utf8").trim()),
      ];
    })
    .join("\n\n");
}

async function makeExecutable(main, files) {
  const assets = {};
  for (const [name, text] of Object.entries(files)) writeFileSync((assets[name] = join(FOLDER, name)), text);
  const output = join(FOLDER, "poam.blob");
  const config = join(FOLDER, "sea-config.json");
  writeFileSync(
    config,
    JSON.stringify({ main, output, assets, disableExperimentalSEAWarning: true, useCodeCache: true }),
  );
  execFileSync(process.execPath, ["--experimental-sea-config", config], { stdio: ["ignore", "ignore", "inherit"] });
  copyFileSync(process.execPath, FILE);
  chmodSync(FILE, 0o755);
  await inject(FILE, "NODE_SEA_BLOB", readFileSync(output), {
    sentinelFuse: "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
    machoSegmentName: "NODE_SEA",
  });
}
