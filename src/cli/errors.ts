import { basename } from "node:path";
import { UserError } from "../model/user-error.js";
import { printable } from "../reporters/printable.js";
import { packageFacts } from "./version.js";

/** What is said when a run cannot go on: one sentence for what the user can put right, or that it is our bug. */
export function complaint(error: unknown, debug: boolean, file?: string): string {
  const sentence = plainSentence(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : "";
  return sentence === undefined ? bug(error, file) + stack : `poam: ${printable(sentence)}\n${stack}`;
}

/** The error in plain words, or undefined where it is a bug of ours. `shown` is the name by which the user knows the file. */
export function plainSentence(error: unknown, shown?: string): string | undefined {
  if (error instanceof UserError) return error.message;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const path = shown ?? ("path" in error && typeof error.path === "string" ? error.path : undefined);
  return path === undefined ? undefined : FILE_ERRORS[error.code]?.(path);
}

/** The sentence with the file called as the user called it; the layers below know only its base name, or no name at all. */
export function aboutFile(sentence: string, path: string): string {
  if (sentence.includes(path)) return sentence;
  const name = basename(path);
  return sentence.startsWith(name) ? path + sentence.slice(name.length) : `${path}: ${sentence}`;
}

const FILE_ERRORS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no file ${path}.`,
  ENOTDIR: (path) => `there is no file ${path}.`,
  EACCES: (path) => `you may not open ${path}: permission denied.`,
  EPERM: (path) => `you may not open ${path}: permission denied.`,
  EISDIR: (path) => `${path} is a folder, not a file.`,
  EBUSY: (path) => `${path} is open in another program. Close it there and try again.`,
  EROFS: (path) => `${path} cannot be written: the disk is read-only.`,
  ENOSPC: (path) => `${path} cannot be written: the disk is full.`,
  EMFILE: (path) => `${path} cannot be opened: too many files are open.`,
};

/** The message of an unforeseen error may quote a cell, so only its kind is printed; `--debug` shows all of it. */
function bug(error: unknown, file: string | undefined): string {
  const { version, bugs } = packageFacts();
  const where = file === undefined ? "" : `${printable(file)}: `;
  return `poam: ${where}this is a bug in poam ${version} (${nameOf(error)}).
Please report it ${bugs ? `at ${bugs}` : "where you got poam"}, with what --debug adds to this, once you have read through it.
Do not attach the workbook: make a small copy without sensitive text that shows the bug.
`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}
