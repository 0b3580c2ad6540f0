#!/usr/bin/env node
import { main } from "../dist/cli/main.js";
import { processHost } from "../dist/cli/process-host.js";

// `poam lint … | head` closes the pipe early: that is no error of anyone's.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), processHost());
