import type { StatusReporter } from "./status-run.js";

/** The formats of `poam status`: only those asked for are loaded. */
export const STATUS_FORMATS = {
  pretty: { extension: "txt", load: async () => (await import("./status-pretty.js")).statusPretty },
  json: { extension: "json", load: async () => (await import("./status-json.js")).statusJson },
  csv: { extension: "csv", load: async () => (await import("./status-csv.js")).statusCsv },
  markdown: { extension: "md", load: async () => (await import("./status-markdown.js")).statusMarkdown },
} as const satisfies Record<string, { extension: string; load: () => Promise<StatusReporter> }>;
