import { DISK } from "../../build/cli/disk.js";

/** Replaces the file named in the arguments again and again by the next of the contents, until it is killed. */
const [, , path, size] = process.argv;
const contents = ["a", "b"].map((letter) => Buffer.alloc(Number(size), letter));

process.stdout.write("ready\n");
for (let number = 0; ; number++) {
  await DISK.replace(path, contents[number % 2], await DISK.readVersion(path), { backup: number % 8 === 0 });
}
