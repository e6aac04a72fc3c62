import { expect, it } from "vitest";
import { minimise } from "@/lib/predictor/moduleGp/minimise";

it("finds the bottom of Rosenbrock's valley at (1, 1)", async () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => ({
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  });
  const [x, y] = await minimise(valley, [-1.2, 1], { maxIterations: 200 });
  expect(x).toBeCloseTo(1, 2);
  expect(y).toBeCloseTo(1, 2);
});
