/**
 * The exact l2 soft rank (ALGORITHM section 5; Blondel et al. 2020): the projection of values / strength on the
 * convex hull of all permutations of 1..n, in float64.
 */
export type SoftRank = {
  /** The largest value has the largest rank. */
  readonly ranks: Float64Array;
  /** Block of every value: values of one block are pooled. */
  readonly block: Int32Array;
  readonly numBlocks: number;
};

/** Pool adjacent violators on the descending values less (n, ..., 1), pooling on equality too. */
export function softRank(values: ArrayLike<number>, strength = 1): SoftRank {
  const size = values.length;
  const order = Array.from({ length: size }, (_, index) => index).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || a - b,
  );
  const sums: number[] = [];
  const counts: number[] = [];
  order.forEach((index, place) => {
    sums.push((values[index] as number) / strength - (size - place));
    counts.push(1);
    for (;;) {
      const last = sums.length - 1;
      if (last === 0) break;
      const lastMean = (sums[last] as number) / (counts[last] as number);
      const meanBefore = (sums[last - 1] as number) / (counts[last - 1] as number);
      if (meanBefore > lastMean) break;
      sums[last - 1] = (sums[last - 1] as number) + (sums.pop() as number);
      counts[last - 1] = (counts[last - 1] as number) + (counts.pop() as number);
    }
  });
  const ranks = new Float64Array(size);
  const block = new Int32Array(size);
  let place = 0;
  counts.forEach((count, blockIndex) => {
    const mean = (sums[blockIndex] as number) / count;
    for (const index of order.slice(place, place + count)) {
      ranks[index] = (values[index] as number) / strength - mean;
      block[index] = blockIndex;
    }
    place += count;
  });
  return { ranks, block, numBlocks: counts.length };
}

/** Gradient of sum(upstream * ranks) by the values: upstream, centred within each block. */
export function softRankGradient(
  { block, numBlocks }: SoftRank,
  upstream: ArrayLike<number>,
  strength = 1,
): Float64Array {
  const sums = new Float64Array(numBlocks);
  const counts = new Float64Array(numBlocks);
  block.forEach((of, index) => {
    sums[of] = (sums[of] as number) + (upstream[index] as number);
    counts[of] = (counts[of] as number) + 1;
  });
  return Float64Array.from(
    block,
    (of, index) => ((upstream[index] as number) - (sums[of] as number) / (counts[of] as number)) / strength,
  );
}
