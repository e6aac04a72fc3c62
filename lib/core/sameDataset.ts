import type { Dataset } from "./dataset";

/** Whether two datasets hold the same space, metrics and rows; names, formats and row numbers do not count. */
export function sameDataset(one: Dataset, other: Dataset): boolean {
  if (one.architectures.length !== other.architectures.length) return false;
  if (canonical([one.space, one.metrics]) !== canonical([other.space, other.metrics])) return false;
  return one.architectures.every(({ row: _row, ...architecture }, index) => {
    const { row: _otherRow, ...otherArchitecture } = other.architectures[index] ?? { row: 0 };
    return canonical(architecture) === canonical(otherArchitecture);
  });
}

/** JSON whose text does not depend on the order in which properties were set. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
