/** The known names that a mistyped one may mean, the likeliest first; none where nothing is near. */
export function nearest(name: string, known: Iterable<string>, most = 1): string[] {
  const wanted = name.toLowerCase();
  const near: { known: string; distance: number }[] = [];
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const distance = editDistance(wanted, other);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) * 0.4));
    const [short, long] = [wanted, other].sort((a, b) => a.length - b.length) as [string, string];
    // `all` stands in many a name and means none of them.
    const contained = short.length > 2 && short.length * 4 >= long.length && long.includes(short);
    if (distance <= allowed || contained)
      near.push({ known: candidate, distance: contained ? distance / 4 : distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ known }) => known);
}

/** ` Did you mean overdue?`, to be put behind a sentence; "" where nothing is near. */
export function didYouMean(name: string, known: Iterable<string>, most = 1): string {
  const names = nearest(name, known, most);
  return names.length > 0 ? ` Did you mean ${names.join(" or ")}?` : "";
}

/** Insertions, deletions, replacements and swapped neighbours between two names. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
