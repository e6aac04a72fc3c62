/** Neighbours of the same part together, in order. */
export function groupByPart<T>(
  items: readonly T[],
  partOf: (item: T) => string,
): (readonly [part: string, items: readonly T[]])[] {
  const groups: [string, T[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] === partOf(item)) last[1].push(item);
    else groups.push([partOf(item), [item]]);
  }
  return groups;
}
