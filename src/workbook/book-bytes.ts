import type { Workbook } from "exceljs";
import { withoutClock } from "./zip-dates.js";

/** A workbook of exceljs as a file: every character whole, and the same bytes from the same content. */
export async function bookBytes(book: Workbook): Promise<Buffer> {
  keepPairsTogether(book);
  return withoutClock(Buffer.from(await book.xlsx.writeBuffer()));
}

/**
 * exceljs hands its archive each part as a string, which that encodes 16,384 units at a time: a character beyond the first
 * plane (an emoji, rare Chinese) that happens to stand on such a boundary becomes two question marks. Bytes are left whole, so
 * the archive is given those, from the first part on.
 */
function keepPairsTogether({ xlsx }: Workbook): void {
  const inner = xlsx as unknown as { addContentTypes(archive: Archive, model: unknown): Promise<void> };
  const addContentTypes = inner.addContentTypes.bind(xlsx);
  inner.addContentTypes = (archive, model) => {
    const append = archive.append.bind(archive);
    archive.append = (data, options) =>
      append(typeof data === "string" && !options.base64 ? Buffer.from(data) : data, options);
    return addContentTypes(archive, model);
  };
}

interface Archive {
  append(data: string | Buffer, options: { readonly name: string; readonly base64?: boolean }): void;
}
