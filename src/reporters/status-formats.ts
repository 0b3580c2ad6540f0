import type { StatusReporter } from "./status-run.js";

/** The formats of `poam status`: only those asked for are loaded. */
export const STATUS_FORMATS = {
  pretty: { extension: "txt", load: async () => (await import("./status-pretty.js")).statusPretty },
  json: { extension: "json", load: async () => (await import("./status-json.js")).statusJson },
  ndjson: { extension: "ndjson", load: async () => (await import("./status-ndjson.js")).statusNdjson },
  parquet: {
    extension: "parquet",
    binary: true,
    load: async () => (await import("./status-parquet.js")).statusParquet(),
  },
  csv: { extension: "csv", load: async () => (await import("./status-csv.js")).statusCsv },
  markdown: { extension: "md", load: async () => (await import("./status-markdown.js")).statusMarkdown },
} as const satisfies Record<string, StatusFormat>;

interface StatusFormat {
  readonly extension: string;
  /** It is not text: it goes to a file and is never printed. */
  readonly binary?: true;
  readonly load: () => Promise<StatusReporter<string | Buffer>>;
}
