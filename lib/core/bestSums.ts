/** One choice per list, and the sum of their scores. */
export type Choice<T> = { readonly items: readonly T[]; readonly sum: number };

type Entry = { readonly indexes: readonly number[]; readonly sum: number };

/**
 * The product of scored lists in descending order of the sum of scores, without ever building the product: the best
 * successors of each choice replace one item by the next in its list (ALGORITHM section 8 orders its product so).
 * @param lists each in descending order of score; the same order of equal sums at every run
 */
export function* bestSums<T>(
  lists: readonly (readonly T[])[],
  score: (item: T) => number,
): Generator<Choice<T>> {
  if (lists.some((list) => list.length === 0)) return;
  const itemsOf = (indexes: readonly number[]): T[] =>
    indexes.flatMap((index, list) => lists[list]?.slice(index, index + 1) ?? []);
  const entryOf = (indexes: readonly number[]): Entry => ({
    indexes,
    sum: itemsOf(indexes).reduce((sum, item) => sum + score(item), 0),
  });
  const first = entryOf(lists.map(() => 0));
  const heap = [first];
  const seen = new Set([first.indexes.join()]);
  for (let best = pop(heap); best; best = pop(heap)) {
    yield { items: itemsOf(best.indexes), sum: best.sum };
    for (const [list, index] of best.indexes.entries()) {
      const next = best.indexes.with(list, index + 1);
      if (index + 1 >= (lists[list]?.length ?? 0) || seen.has(next.join())) continue;
      seen.add(next.join());
      push(heap, entryOf(next));
    }
  }
}

/** Whether `a` comes before `b`; equal sums in the order of their indexes, so that runs repeat. */
const before = (a: Entry, b: Entry): boolean =>
  a.sum > b.sum || (a.sum === b.sum && a.indexes.join() < b.indexes.join());

function push(heap: Entry[], entry: Entry): void {
  let position = heap.push(entry) - 1;
  while (position > 0) {
    const parent = (position - 1) >> 1;
    const above = heap[parent];
    if (!above || !before(entry, above)) break;
    heap[position] = above;
    position = parent;
  }
  heap[position] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const entry = heap.pop();
  if (!entry || heap.length === 0) return top;
  let position = 0;
  for (;;) {
    const left = 2 * position + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    if (!a) break;
    const child = b && before(b, a) ? left + 1 : left;
    const candidate = heap[child];
    if (!candidate || !before(candidate, entry)) break;
    heap[position] = candidate;
    position = child;
  }
  heap[position] = entry;
  return top;
}
