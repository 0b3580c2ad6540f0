/** A text as HTML shows it: nothing of it is taken for markup, and controls that a reader cannot see are gone. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The same with its line breaks kept. */
export function lines(text: string): string {
  return escaped(text.trim()).replace(/\r?\n|\r/g, "<br>");
}
