import type { Reporter } from "./report.js";

/** A format's name, what it is for, and how to get it: only those asked for are loaded. */
export interface Format {
  readonly summary: string;
  /** Of a file that holds it. */
  readonly extension: string;
  /** A reporter for one run. */
  readonly load: () => Promise<Reporter>;
}

export const FORMATS = {
  pretty: {
    summary: "for people: findings with the cells they speak of, repeated ones together; the default on a terminal",
    extension: "txt",
    load: async () => (await import("./pretty.js")).pretty,
  },
  compact: {
    summary: "for grep and editors: one line a finding; the default in a pipe or file",
    extension: "txt",
    load: async () => (await import("./compact.js")).compact,
  },
  json: {
    summary: "for programs: one document, version 1, complete",
    extension: "json",
    load: async () => (await import("./json.js")).json,
  },
  ndjson: {
    summary: "for streams: one JSON object a line (run, file, finding, summary), told apart by its type",
    extension: "ndjson",
    load: async () => (await import("./ndjson.js")).ndjson,
  },
  sarif: {
    summary: "for code scanning: SARIF 2.1.0 with the rules' help; the row stands for the line",
    extension: "sarif",
    load: async () => (await import("./sarif.js")).sarif(),
  },
} as const satisfies Record<string, Format>;
