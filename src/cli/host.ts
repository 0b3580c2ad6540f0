import type { Worker } from "node:worker_threads";

/** All that the program touches of the world; tests give it one that lives in memory. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  readonly now: () => Date;
  readonly files: Files;
  /** Starts a thread that checks workbooks; absent where there can be none. */
  readonly startWorker?: (setup: unknown) => Worker;
  /** How many things this machine does at a time; absent: one. */
  readonly processors?: number;
}

/** Somewhere to print; `write` waits until there is room for more. */
export interface Output {
  readonly isTTY: boolean;
  /** Width of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  readonly write: (text: string) => Promise<void>;
}

/** The file system; paths are absolute. Fails as `node:fs` fails, with codes as ENOENT and the path. */
export interface Files {
  /** All of a file. What is none is refused by the code PIPE, DEVICE or SOCKET, and what is over a GiB by EFBIG. */
  readonly read: (path: string) => Promise<Buffer>;
  readonly kind: (path: string) => Promise<"file" | "folder" | undefined>;
  /** Makes a folder in one that is there; leaves it as it is where it is there already. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** What is in a folder; links to folders are left out, as they can lead in circles. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /** What a file is known by whatever its name, through links too; undefined where there is none. */
  readonly identity: (path: string) => Promise<string | undefined>;
  /** Begins a file: an older one of that name stays until it is closed. */
  readonly create: (path: string) => Promise<NewFile>;
  /** Adds to the end of a file, which is made where there is none. */
  readonly append: (path: string, text: string) => Promise<void>;
  /** All of a file, and what tells whether it has been changed since. */
  readonly readVersion: (path: string) => Promise<FileVersion>;
  /**
   * Puts bytes in the place of a file that was read, whole or not at all, whatever happens meanwhile. Refuses by the codes
   * CHANGED (it is no longer that version), EXCEL and LIBREOFFICE (it is open there), READONLY, and FOLDER (nothing can be
   * written beside it).
   */
  readonly replace: (path: string, bytes: Buffer, older: FileVersion, options: ReplaceOptions) => Promise<Replaced>;
  /** Makes a file that is not there yet, whole or not at all, as readable as the file `like` and its owner's to write; refuses by EEXIST. */
  readonly add: (path: string, bytes: Buffer, like: string) => Promise<void>;
  /** Makes a folder, and those above it, that only its owner may look into; false where it is there already. */
  readonly makePrivateFolder: (folder: string) => Promise<boolean>;
  /** Puts a file of poam's own in its place, whole or not at all, over what stood there; only its owner may read it. */
  readonly keep: (path: string, text: string) => Promise<void>;
  /** Takes out of a folder the files of such names that begin so and were written before that. */
  readonly forget: (folder: string, old: OldFiles) => Promise<void>;
}

export interface OldFiles {
  readonly names: RegExp;
  readonly begin: RegExp;
  readonly before: Date;
}

export interface FileVersion {
  readonly bytes: Buffer;
  /** Differs for every other file, time of writing and content. */
  readonly mark: string;
}

export interface ReplaceOptions {
  /** Keep the older file as `name.bak`, or `name.bak2` and so on where there is one. */
  readonly backup: boolean;
}

/** What came of replacing a file. */
export interface Replaced {
  /** The file that was written where the path is a link to it. */
  readonly linkTo: string | undefined;
  /** How many names more the older file had (hard links); under them it is as it was. */
  readonly otherNames: number;
  /** The path of the older file. */
  readonly backup: string | undefined;
}

export interface NewFile {
  readonly write: (content: string | Buffer) => Promise<void>;
  /** Puts it in its place. */
  readonly close: () => Promise<void>;
  /** Leaves everything as if it had not been begun. */
  readonly abandon: () => Promise<void>;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
