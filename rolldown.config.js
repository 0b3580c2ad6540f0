import { defineConfig } from "rolldown";

// Packs what tsc compiled into few files: Node.js takes a third of a millisecond to find and load each of some 300 modules.
// What is imported with `await import` stays a file of its own, so that a command loads only its part.
export default defineConfig({
  input: {
    "cli/main": "build/cli/main.js",
    "cli/process-host": "build/cli/process-host.js",
    "cli/worker": "build/cli/worker.js",
    index: "build/index.js",
  },
  platform: "node",
  // Packages stay packages: what is called by its bare name.
  external: /^[a-z@][^:]*$/,
  output: {
    dir: "dist",
    // As deep as the folders of src, so that templates/ and package.json are found from there.
    chunkFileNames: "parts/[name].js",
    // Code is packed, not squeezed: a stack trace names our functions.
    minify: false,
    comments: false,
    codeSplitting: {
      groups: [
        // Each with all that it imports: what every start needs, then what all commands that open a workbook share.
        {
          name: "start",
          test: /build[\\/](cli[\\/](errors|version|disk)|model[\\/](field|finding|nearest))\.js$/,
          priority: 2,
        },
        {
          name: "judge",
          test: /build[\\/](lint|packs[\\/]index|template[\\/]read|workbook[\\/](open|own-report))\.js$/,
          priority: 1,
        },
      ],
    },
  },
});
