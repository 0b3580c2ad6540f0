const SIGNATURE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const END_OF_CHAIN = 0xfffffffe;
const ENTRY = 128;
/** A directory of more sectors than this is no office document's. */
const MAX_SECTORS = 4096;

/** Whether the file is an OLE compound file: the old Office formats, and the wrapping of encrypted new ones. */
export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/** The names in the directory of a compound file ([MS-CFB] 2.6); as many as can be read if it is damaged. */
export function compoundFileNames(bytes: Buffer): string[] {
  if (bytes.length < 512) return [];
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const size = 1 << shift;
  const names: string[] = [];
  let sector = bytes.readUInt32LE(48);
  for (let read = 0; read < MAX_SECTORS && sector < END_OF_CHAIN; read++) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) break;
    for (let at = start; at < start + size; at += ENTRY) {
      const length = bytes.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(bytes.toString("utf16le", at, at + length - 2));
    }
    sector = nextSector(bytes, sector, size);
  }
  return names;
}

/** The allocation table says which sector follows; its own first 109 sectors are listed in the header. */
function nextSector(bytes: Buffer, sector: number, size: number): number {
  const perSector = size / 4;
  const place = Math.floor(sector / perSector);
  if (place >= 109) return END_OF_CHAIN;
  const at = (bytes.readUInt32LE(76 + place * 4) + 1) * size + (sector % perSector) * 4;
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : END_OF_CHAIN;
}
