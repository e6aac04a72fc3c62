/** Levenshtein distance: the fewest inserted, deleted and replaced characters. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const current = [i + 1];
    for (let j = 0; j < b.length; j++)
      current.push(
        Math.min(
          (previous[j + 1] ?? 0) + 1,
          (current[j] ?? 0) + 1,
          (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
        ),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Up to three known names that a wrong one may have meant, nearest first. */
export function nearestNames(wrong: string, known: readonly string[]): string[] {
  const text = wrong.toLowerCase();
  return known
    .map((name) => {
      const candidate = name.toLowerCase();
      const contains = text.length > 1 && (candidate.includes(text) || text.includes(candidate));
      return { name, distance: contains ? 1 : editDistance(text, candidate) };
    })
    .filter(({ name, distance }) => distance <= Math.max(1, name.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}
