#!/usr/bin/env node
import { main } from "../dist/cli/main.js";
import { processHost } from "../dist/cli/process-host.js";

process.exitCode = await main(process.argv.slice(2), processHost());
