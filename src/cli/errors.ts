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
  if (path === undefined) return undefined;
  return FILE_ERRORS[error.code]?.(path) ?? ("syscall" in error ? `cannot open ${path}: ${error.code}.` : undefined);
}

/** Does something with a file whose troubles are to be told under the name by which the user knows it. */
export async function named<T>(shown: string, code: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentence = plainSentence(error, shown);
    throw sentence === undefined ? error : new UserError(code, sentence);
  }
}

/** The sentence with the file called as the user called it; the layers below know only its base name, or no name at all. */
export function aboutFile(sentence: string, path: string): string {
  if (sentence.includes(path)) return sentence;
  const name = basename(path);
  return sentence.startsWith(name) ? path + sentence.slice(name.length) : `${path}: ${sentence}`;
}

/**
 * What is said of a file that could not be worked on, and the error to complain of. Throws what concerns the whole run:
 * what was given besides the workbooks.
 */
export function failureOf(error: unknown, path: string): { readonly failure: unknown; readonly sentence: string } {
  if (error instanceof UserError && error.code === "evidence") throw error;
  const plain = plainSentence(error, path);
  if (plain === undefined) {
    return { failure: error, sentence: `${path}: this is a bug in poam ${packageFacts().version}.` };
  }
  const sentence = aboutFile(plain, path);
  return { failure: new UserError("file", sentence), sentence };
}

const FILE_ERRORS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no file ${path}.`,
  ENOTDIR: (path) => `there is no file ${path}.`,
  EACCES: (path) => `cannot open ${path}: permission denied.`,
  EPERM: (path) => `cannot open ${path}: permission denied.`,
  ELOOP: (path) => `cannot open ${path}: its links lead in a circle.`,
  ENAMETOOLONG: (path) => `cannot open ${path}: the name is too long.`,
  EISDIR: (path) => `${path} is a folder, not a file.`,
  EBUSY: (path) => `${path} is open in another program. Close it there and try again.`,
  EROFS: (path) => `${path} cannot be written: the disk is read-only.`,
  ENOSPC: (path) => `${path} cannot be written: the disk is full.`,
  EDQUOT: (path) => `${path} cannot be written: your share of the disk is full.`,
  EMFILE: (path) => `cannot open ${path}: too many files are open.`,
  EFBIG: (path) => `${path} is too large: poam reads files of up to 1 GiB.`,
  EIO: (path) => `${path} cannot be read or written: the disk or the connection to it fails.`,
  PIPE: (path) => `${path} is a named pipe, not a file.`,
  DEVICE: (path) => `${path} is a device, not a file.`,
  SOCKET: (path) => `${path} is a socket, not a file.`,
  EEXIST: (path) => `${path} exists already. Give another name.`,
  EXCEL: (path) => `${path} is open in Excel. Close it, or give another name with -o.`,
  LIBREOFFICE: (path) => `${path} is open in LibreOffice. Close it, or give another name with -o.`,
  CHANGED: (path) => `${path} was changed by somebody else meanwhile, so it was left alone. Run the command again.`,
  READONLY: (path) => `${path} is read-only. Make it writable, or give another name with -o.`,
  FOLDER: (path) =>
    `${path} cannot be replaced safely: nothing can be written to its folder. Give a name in another folder with -o.`,
};

/** The message of an unforeseen error may quote a cell, so only its kind is printed; `--debug` shows all of it. */
function bug(error: unknown, file: string | undefined): string {
  const { version, bugs } = packageFacts();
  const where = file === undefined ? "" : `${printable(file)}: `;
  return `poam: ${where}this is a bug in poam ${version} (${nameOf(error)}).
Please report it ${bugs ? `at ${bugs}` : "where you got poam"}, with what --debug adds to this, once you have read through it.
Do not attach the workbook, but a copy without its text: poam anonymize FILE -o copy.xlsx
`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}
