import { escaped } from "./html-text.js";

/** A page that needs nothing else and runs nothing; `body` is markup. */
export interface HtmlPage {
  readonly title: string;
  readonly tool: string;
  readonly style: string;
  readonly wide?: boolean;
  readonly body: string;
}

export function htmlPage({ title, tool, style, wide, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="${escaped(tool)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body${wide ? ' class="wide"' : ""}>
${body}
</body>
</html>
`;
}
