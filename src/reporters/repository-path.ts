/** A path as services that read repositories write it: with slashes, and from the folder where poam runs if it lies below. */
export function repositoryPath(path: string, folder: string): string {
  const plain = path.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, "");
  const above = `${folder.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  return plain.startsWith(above) ? plain.slice(above.length) : plain;
}

/** The path as a URI reference: relative where the path is, else `file:///…`. */
export function pathUri(path: string, folder: string): string {
  const plain = repositoryPath(path, folder).replace(/\p{Surrogate}/gu, "\ufffd");
  const drive = /^[a-z]:(?=\/)/i.exec(plain)?.[0] ?? "";
  const encoded = plain.slice(drive.length).split("/").map(encodeURIComponent).join("/");
  if (drive !== "") return `file:///${drive}${encoded}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
