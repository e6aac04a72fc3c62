import { expect, it } from "vitest";
import { learningRateAt } from "@/lib/predictor/autobuild/schedule";

it("a constant rate is the same at every step", () =>
  expect(
    [1, 50, 100].map((step) => learningRateAt(step, 100, { learningRate: 0.3, schedule: "constant" })),
  ).toEqual([0.3, 0.3, 0.3]));

it("a cosine rises for a tenth of the steps and falls to 0 at the last", () => {
  const at = (step: number) => learningRateAt(step, 100, { learningRate: 1, schedule: "cosine" });
  expect([1, 5, 10].map(at)).toEqual([0.1, 0.5, 1]);
  expect(at(55)).toBeCloseTo(0.5, 12);
  expect(at(100)).toBeCloseTo(0, 12);
});
