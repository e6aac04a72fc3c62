export type Goal = "max" | "min";

/**
 * Indexes of the points that no other point dominates: none is at least as good in both and better in one. Equal
 * points stand or fall together. Points with a missing coordinate (NaN) take no part. O(n log n).
 * @param x, y shape [numPoints], same order
 * @returns from the best x to the best y
 */
export function paretoFront(
  x: Float64Array,
  y: Float64Array,
  goals: { readonly x: Goal; readonly y: Goal },
): number[] {
  // Larger is better in both from here on.
  const gainX = x.map((value) => (goals.x === "max" ? value : -value));
  const gainY = y.map((value) => (goals.y === "max" ? value : -value));
  const xOf = (index: number) => gainX[index] ?? NaN;
  const yOf = (index: number) => gainY[index] ?? NaN;
  const order = Uint32Array.from(x.keys())
    .filter((index) => !Number.isNaN(xOf(index)) && !Number.isNaN(yOf(index)))
    .sort((a, b) => xOf(b) - xOf(a) || yOf(b) - yOf(a) || a - b);

  // From the best x on, a point is on the front when it beats every y so far, or is the last such point again.
  const front: number[] = [];
  let bestX = NaN;
  let bestY = -Infinity;
  for (const index of order) {
    const again = xOf(index) === bestX && yOf(index) === bestY;
    if (!again && yOf(index) <= bestY) continue;
    front.push(index);
    bestX = xOf(index);
    bestY = yOf(index);
  }
  return front;
}
