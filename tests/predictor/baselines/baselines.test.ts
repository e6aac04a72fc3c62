import { expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { srcc } from "@/lib/core/stats";
import { fitForest } from "@/lib/predictor/baselines/forest";
import { createOneHot } from "@/lib/predictor/baselines/oneHot";
import { fitRidge } from "@/lib/predictor/baselines/ridge";
import { stagedProblem } from "../moduleGp/staged";

const rows = [
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 1],
].map((row) => Float64Array.from(row));
const targets = Float64Array.of(1, 2, 4, 5);

it("ridge is the closed form: sklearn Ridge(alpha=1) on four rows", () => {
  const { weights, predict } = fitRidge(rows, targets, [1]);
  [1.33333333, 0.57142857].forEach((expected, k) => expect(weights[k]).toBeCloseTo(expected, 6));
  expect(predict(Float64Array.of(2, 0))).toBeCloseTo(3.9047619, 6);
});

it("ridge takes the penalty that sklearn's RidgeCV takes", () =>
  expect(fitRidge(rows, targets).penalty).toBeCloseTo(0.31622777, 6));

it("a forest learns a step exactly and repeats with its seed", () => {
  const steps = Array.from({ length: 40 }, (_, i) => Float64Array.of(i % 2, i % 3));
  const heights = Float64Array.from(steps, ([first = 0]) => 3 * first);
  const forest = fitForest(steps, heights, seededRandom(1), 20);
  expect(forest(Float64Array.of(1, 0))).toBe(3);
  expect(forest(Float64Array.of(0, 2))).toBe(0);
  const noisy = heights.map((height, i) => height + (i % 7));
  const probe = Float64Array.of(1, 2);
  expect(fitForest(steps, noisy, seededRandom(5), 9)(probe)).toBe(
    fitForest(steps, noisy, seededRandom(5), 9)(probe),
  );
});

it("on 270 rows of the staged sample ridge reaches SRCC 0.8 and the forest 0.7 (scikit-learn: 0.83 and 0.77)", () => {
  const { problem, unseen, truth } = stagedProblem(270, 0);
  const oneHot = createOneHot(problem.space, problem.architectures);
  const encoded = problem.architectures.map(oneHot.encode);
  const ridge = fitRidge(encoded, problem.targets);
  const forest = fitForest(encoded, problem.targets, seededRandom(0), 60);
  const held = unseen.map(oneHot.encode);
  expect(srcc(held.map(ridge.predict), truth)).toBeGreaterThan(0.8);
  expect(srcc(held.map(forest), truth)).toBeGreaterThan(0.7);
});
