import { expect, it } from "vitest";
import { normalQuantile, rankGaussianScale, rawScale } from "@/lib/predictor/moduleGp/targetScale";

it("97.5 % of the normal distribution lies below 1.959964", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6);
});

it("the raw scale has mean 0 and population standard deviation 1", () => {
  const scale = rawScale(Float64Array.of(1, 3));
  expect(scale.toLatent(5)).toBe(3);
  expect(scale.toTarget(-1)).toBe(1);
});

it("normal scores depend on ranks alone, and lead back", () => {
  const scale = rankGaussianScale(Float64Array.of(10, 90, 91));
  expect(scale.toLatent(90)).toBeCloseTo(0, 9);
  expect(scale.toLatent(91)).toBeCloseTo(0.967422, 6); // 5/6 quantile of the normal distribution
  expect(scale.toTarget(scale.toLatent(50))).toBeCloseTo(50, 9);
  expect(scale.toTarget(scale.toLatent(120))).toBeCloseTo(120, 9);
});
