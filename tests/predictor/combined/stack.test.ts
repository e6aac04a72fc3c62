import { describe, expect, it } from "vitest";
import { normal, seededRandom } from "@/lib/core/random";
import { stackWeights, type PartErrors } from "@/lib/predictor/combined/stack";

const part = (errors: readonly number[], gain = 0): PartErrors => ({
  errors: Float64Array.from(errors),
  gain,
  doubt: 0,
});

/** Two parts that err independently: the mean of their products is 0, that of their squares 1. */
const one = [1, -1, 1, -1];
const other = [1, 1, -1, -1];

function expectWeights(parts: readonly PartErrors[], expected: readonly number[], digits = 12): void {
  const weights = stackWeights(parts);
  expect(weights).toHaveLength(expected.length);
  expected.forEach((weight, index) => expect(weights[index]).toBeCloseTo(weight, digits));
}

describe("weights of parts", () => {
  it("are 0.5 each for two that err alike, and a third each for three", () => {
    expectWeights([part(one), part(other)], [0.5, 0.5]);
    expectWeights([part(one), part(other), part([1, -1, -1, 1])], [1 / 3, 1 / 3, 1 / 3]);
  });

  it("are 0.8 and 0.2 where the second's errors are double the first's: inverse squares", () =>
    expectWeights([part(one), part(other.map((error) => 2 * error))], [0.8, 0.2]));

  it("count a part's gain as error that it will not have", () =>
    expectWeights([part(one, 0.5), part(other)], [2 / 3, 1 / 3]));

  it("count doubt in a part as error", () =>
    expectWeights([{ ...part(one), doubt: 1 }, part(other)], [1 / 3, 2 / 3]));

  it("are 0 and not below for a part that only repeats another's errors, larger", () => {
    // Products 1, 2 and 5: without a bound the weights would be 1.5 and -0.5.
    expectWeights([part([1, 1, 1, 1]), part([3, 1, 3, 1])], [1, 0]);
    expectWeights([part([3, 1, 3, 1]), part([1, 1, 1, 1])], [0, 1]);
  });

  it("are all on a part without errors", () => expectWeights([part(one), part([0, 0, 0, 0])], [0, 1], 8));

  it("are all on the one that speaks with many voices where two make the same errors", () =>
    expectWeights([part(one), part(one, 0.25)], [0, 1]));

  it("are 1 for a part alone", () => expectWeights([part([3, -2])], [1]));

  it("add up to 1, none below 0, and no step of 0.05 to others lowers the error of 20 random triples", () => {
    const random = seededRandom(11);
    for (let trial = 0; trial < 20; trial++) {
      const common = Array.from({ length: 30 }, () => normal(random));
      const parts = [0.5, 1, 2].map((size) => part(common.map((error) => error + size * normal(random))));
      const weights = stackWeights(parts);
      const errorOf = (of: readonly number[]): number =>
        common.reduce(
          (sum, _, row) =>
            sum +
            parts.reduce(
              (error, { errors }, index) => error + (of[index] ?? NaN) * (errors[row] ?? NaN),
              0,
            ) **
              2,
          0,
        );
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      for (const from of [0, 1, 2])
        for (const to of [0, 1, 2]) {
          const step = Math.min(0.05, weights[from] ?? 0);
          const moved = weights.with(from, (weights[from] ?? 0) - step);
          moved[to] = (moved[to] ?? 0) + step;
          expect(errorOf(moved)).toBeGreaterThanOrEqual(errorOf(weights) - 1e-9);
        }
    }
  });
});
