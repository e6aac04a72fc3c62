export type Differentiable = (at: readonly number[]) => { value: number; gradient: readonly number[] };

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/**
 * BFGS with a halving line search (Nocedal & Wright, algorithm 6.1 with the Armijo condition), for the few smooth
 * hyperparameters here. No step moves a coordinate by more than 1, a factor e in hyperparameters: the first gradient
 * may be huge and would throw the search onto a plateau.
 */
export async function minimise(
  evaluate: Differentiable,
  start: readonly number[],
  { maxIterations = 60, tolerance = 1e-3, beforeStep = async () => {} } = {},
): Promise<number[]> {
  const size = start.length;
  const identity = () => start.map((_, i) => start.map((__, j) => (i === j ? 1 : 0)));
  let at = [...start];
  let here = evaluate(at);
  let inverseHessian = identity();
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (Math.max(...here.gradient.map(Math.abs)) < tolerance) break;
    await beforeStep();
    let direction = inverseHessian.map((row) => -dot(row, here.gradient));
    if (dot(direction, here.gradient) >= 0) {
      inverseHessian = identity();
      direction = here.gradient.map((slope) => -slope);
    }
    const longest = Math.max(...direction.map(Math.abs));
    let step = Math.min(1, 1 / longest);
    let next = at;
    let there = here;
    for (let halving = 0; halving < 12; halving++, step /= 2) {
      next = at.map((value, index) => value + step * (direction[index] ?? 0));
      there = evaluate(next);
      if (there.value <= here.value + 1e-4 * step * dot(direction, here.gradient)) break;
    }
    if (!(there.value < here.value)) break;

    const moved = next.map((value, index) => value - (at[index] ?? 0));
    const bent = there.gradient.map((slope, index) => slope - (here.gradient[index] ?? 0));
    const curvature = dot(moved, bent);
    if (curvature > 1e-10) {
      const pulled = inverseHessian.map((row) => dot(row, bent));
      const scale = (1 + dot(bent, pulled) / curvature) / curvature;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const row = inverseHessian[i] as number[];
          const [movedI, movedJ] = [moved[i] ?? 0, moved[j] ?? 0];
          row[j] =
            (row[j] ?? 0) +
            scale * movedI * movedJ -
            ((pulled[i] ?? 0) * movedJ + movedI * (pulled[j] ?? 0)) / curvature;
        }
      }
    }
    const gained = here.value - there.value;
    at = next;
    here = there;
    if (gained < 1e-5) break;
  }
  return at;
}
