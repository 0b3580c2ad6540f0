import type { Reporter } from "./report.js";

/** What a format is for. */
export interface FormatFacts {
  readonly summary: string;
  /** Of a file that holds it. */
  readonly extension: string;
  /** It is not text: it goes to a file and is never printed. */
  readonly binary?: true;
  /** Whether it marks what is suppressed, always or where that was asked for; the others are not given it. */
  readonly suppressed?: "always" | "asked";
  /** Whether it shows cells of the sheets beside what findings say: the rows that they speak of, and those of the headings. */
  readonly cells?: true;
  /** Whether it carries the rules' own text. */
  readonly rules?: true;
}

/** A format, and how to get it: only those asked for are loaded. */
export interface Format extends FormatFacts {
  /** A reporter for one run. */
  readonly load: () => Promise<Reporter<string | Buffer>>;
}

export const FORMATS = {
  pretty: {
    summary: "for people: findings with the cells they speak of, repeated ones together; the default on a terminal",
    extension: "txt",
    suppressed: "asked",
    cells: true,
    load: async () => (await import("./pretty.js")).pretty,
  },
  compact: {
    summary: "for grep and editors: one line a finding; the default in a pipe or file",
    extension: "txt",
    suppressed: "asked",
    load: async () => (await import("./compact.js")).compact,
  },
  json: {
    summary: "for programs: one document, version 1, complete",
    extension: "json",
    suppressed: "always",
    load: async () => (await import("./json.js")).json,
  },
  ndjson: {
    summary: "for streams: one JSON object a line (run, file, finding, summary), told apart by its type",
    extension: "ndjson",
    suppressed: "always",
    load: async () => (await import("./ndjson.js")).ndjson,
  },
  parquet: {
    summary: "for DuckDB, Spark and Trino: a table with a row for each finding; to a file only",
    extension: "parquet",
    binary: true,
    suppressed: "always",
    load: async () => (await import("./parquet.js")).parquet(),
  },
  sarif: {
    summary: "for code scanning: SARIF 2.1.0 with the rules' help; the row stands for the line",
    extension: "sarif",
    suppressed: "always",
    rules: true,
    load: async () => (await import("./sarif.js")).sarif(),
  },
  github: {
    summary: "for GitHub Actions: annotations, the most severe first, and all findings in the step's summary",
    extension: "txt",
    load: async () => (await import("./github.js")).github(),
  },
  gitlab: {
    summary: "for GitLab: a Code Quality report",
    extension: "json",
    load: async () => (await import("./gitlab.js")).gitlab(),
  },
  junit: {
    summary: "for test reports: a suite a workbook, a case a rule, passes too",
    extension: "xml",
    load: async () => (await import("./junit.js")).junit,
  },
  markdown: {
    summary: "for pull requests and tickets: a table a workbook, and what to do",
    extension: "md",
    load: async () => (await import("./markdown.js")).markdown,
  },
  html: {
    summary: "for those who have no terminal: one page, the findings beside the rows; it can be filtered and printed",
    extension: "html",
    suppressed: "asked",
    cells: true,
    load: async () => (await import("./html.js")).html(),
  },
} as const satisfies Record<string, Format>;

/** The format that is no reporter's: the command line writes it, as it is a copy of the workbook. */
export const REVIEW = {
  xlsx: {
    summary: "for those who put it right: a copy of the workbook with a sheet of its findings; to a file only",
    extension: "xlsx",
    binary: true,
    suppressed: "asked",
    cells: true,
  },
} as const satisfies Record<string, FormatFacts>;

/** What goes with `github` into the summary of the step. */
export const STEP_SUMMARY: Format = {
  summary: "for the summary of a step of GitHub Actions",
  extension: "md",
  load: async () => (await import("./step-summary.js")).stepSummary(),
};
