import { frontOf, type Point } from "./dominance";

/**
 * The volume that is dominated by the points and bounded by the reference (more is better in every objective): what a
 * front is worth as one number. Exact, by slices along one objective after the other.
 * @param points shape [numPoints][numObjectives]; those not better than the reference everywhere add nothing
 * @param reference shape [numObjectives]
 */
export function hypervolume(points: readonly Point[], reference: Point): number {
  const inside = points.filter((point) => point.every((gain, index) => gain > (reference[index] ?? NaN)));
  return volume(
    frontOf(inside).map((index) => inside[index] as Point),
    reference,
  );
}

function volume(front: readonly Point[], reference: Point): number {
  const [base = 0, ...rest] = reference;
  if (front.length === 0) return 0;
  if (rest.length === 0) return Math.max(...front.map(([gain = base]) => gain)) - base;
  // From the best of the first objective down: each slice is as deep as the step to the next point.
  const order = front.toSorted((a, b) => (b[0] as number) - (a[0] as number));
  let sum = 0;
  const seen: Point[] = [];
  for (const [index, point] of order.entries()) {
    seen.push(point.slice(1));
    const depth = (point[0] as number) - (order[index + 1]?.[0] ?? base);
    if (depth > 0)
      sum +=
        depth *
        volume(
          frontOf(seen).map((at) => seen[at] as Point),
          rest,
        );
  }
  return sum;
}

/**
 * Hypervolumes of several sets on one scale: each objective's range over all the sets together is 1, the reference its
 * worst end. 0..1, higher is better; all 0 where an objective never varies.
 */
export function sharedHypervolumes(sets: readonly (readonly Point[])[]): number[] {
  const all = sets.flat().filter((point) => point.every(Number.isFinite));
  const [first] = all;
  if (first === undefined) return sets.map(() => 0);
  const low = first.map((_, index) =>
    all.reduce((least, point) => Math.min(least, point[index] ?? NaN), Infinity),
  );
  const high = first.map((_, index) =>
    all.reduce((most, point) => Math.max(most, point[index] ?? NaN), -Infinity),
  );
  const shared = (point: Point): Point =>
    point.map((gain, index) => (gain - (low[index] ?? 0)) / ((high[index] ?? 0) - (low[index] ?? 0)));
  return sets.map((set) =>
    hypervolume(
      set.filter((point) => point.every(Number.isFinite)).map(shared),
      first.map(() => 0),
    ),
  );
}
