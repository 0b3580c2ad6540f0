/** All that the program touches of the world; tests give it one that lives in memory. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  readonly now: () => Date;
  readonly files: Files;
}

/** Somewhere to print; `write` waits until there is room for more. */
export interface Output {
  readonly isTTY: boolean;
  /** Width of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  readonly write: (text: string) => Promise<void>;
}

/** The file system; paths are absolute. Fails as `node:fs` fails, with codes as ENOENT. */
export interface Files {
  readonly read: (path: string) => Promise<Buffer>;
  readonly kind: (path: string) => Promise<"file" | "folder" | undefined>;
  /** What is in a folder; links to folders are left out, as they can lead in circles. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /** Makes a file, empty at first; an older one is replaced. */
  readonly create: (path: string) => Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
