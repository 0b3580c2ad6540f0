#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "../dist/cli/main.js";
import { processHost } from "../dist/cli/process-host.js";

// V8 would compile into each rule all that it calls, which for rules that run once costs more than it saves. With this limit
// (its own is 920 bytes of bytecode) 10,000 items take 12 to 18 % less time, CPU time and elapsed, on Node.js 20, 22 and 24.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");

main(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code;
});
