/** A picture of the file's type with nothing to see in it; undefined for a type that is not known. */
export function blankPicture(name: string): Buffer | undefined {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "svg") return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  if (extension === "emf") return emptyMetafile();
  const base64 = PICTURES.get(extension);
  return base64 === undefined ? undefined : Buffer.from(base64, "base64");
}

const JPEG =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAABAAEDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3+iiigD//2Q==";
/** One white pixel each. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ["png", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"],
  ["jpg", JPEG],
  ["jpeg", JPEG],
  ["gif", "R0lGODdhAQABAIEAAP///wAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw=="],
  ["bmp", "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAADEDgAAxA4AAAAAAAAAAAAA////AA=="],
]);

/** A header and an end ([MS-EMF] 2.3.4): no records between them. */
function emptyMetafile(): Buffer {
  const file = Buffer.alloc(88 + 20);
  file.writeUInt32LE(1, 0);
  file.writeUInt32LE(88, 4);
  file.write(" EMF", 40, "latin1");
  file.writeUInt32LE(0x00010000, 44);
  file.writeUInt32LE(file.length, 48);
  file.writeUInt32LE(2, 52);
  file.writeUInt16LE(1, 56);
  for (const at of [72, 76, 80, 84]) file.writeUInt32LE(1, at);
  file.writeUInt32LE(14, 88);
  file.writeUInt32LE(20, 92);
  file.writeUInt32LE(16, 100);
  file.writeUInt32LE(20, 104);
  return file;
}
