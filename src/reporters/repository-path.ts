/** A path as services that read repositories write it: with slashes, and without `./` before it. */
export function repositoryPath(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, "");
}

/** The path as a URI reference: relative where the path is, else `file:///…`. */
export function pathUri(path: string): string {
  const plain = repositoryPath(path).replace(/\p{Surrogate}/gu, "\ufffd");
  const drive = /^[a-z]:(?=\/)/i.exec(plain)?.[0] ?? "";
  const encoded = plain.slice(drive.length).split("/").map(encodeURIComponent).join("/");
  if (drive !== "") return `file:///${drive}${encoded}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
