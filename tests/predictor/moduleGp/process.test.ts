import { expect, it } from "vitest";
import { matern, maternTable, pairsOf } from "@/lib/predictor/moduleGp/kernel";
import { negativeLogEvidence, PRIORS } from "@/lib/predictor/moduleGp/evidence";
import { condition } from "@/lib/predictor/moduleGp/process";

// Three measured rows with one count each. Expected values: numpy with an explicit inverse of the covariance, and
// scipy.stats.multivariate_normal for the evidence.
const rows = [-1, 0, 1].map((count) => ({ columns: [0], amounts: [count], unseen: 0 }));
const latents = Float64Array.of(-1, 0.5, 0.5);
const at = { linearVariance: 1, maternVariance: 0.5, lengthScale: 1, noiseVariance: 0.1 };
const point = (count: number) => ({ columns: [0], amounts: [count], unseen: 0 });

it("the Matern 3/2 correlation at one length scale is 0.48335772", () => {
  expect(matern(1, 1)).toBeCloseTo(0.48335772, 8);
  expect(matern(4, 2)).toBeCloseTo(0.48335772, 8);
  expect(matern(0, 1)).toBe(1);
});

it("the posterior of three rows is the textbook one", () => {
  const belief = condition(rows, latents, at, 1).meanOver([point(0.5)]);
  expect(belief.mean).toBeCloseTo(0.5004525, 6);
  expect(belief.variance).toBeCloseTo(0.1338088, 6);
});

it("the mean over two points is one belief, narrower than theirs", () => {
  const belief = condition(rows, latents, at, 1).meanOver([point(0.5), point(-0.25)]);
  expect(belief.mean).toBeCloseTo(0.2927931, 6);
  expect(belief.variance).toBeCloseTo(0.0680846, 6);
});

it("leaving one row out is what conditioning on the others gives", () => {
  const left = condition(rows, latents, at, 1).leaveOneOut(3);
  [-0.002778, -0.1803935, 1.0228906].forEach((expected, i) => expect(left.mean[i]).toBeCloseTo(expected, 6));
  [0.8000815, 0.4256108, 0.8000815].forEach((expected, i) =>
    expect(left.variance[i]).toBeCloseTo(expected, 6),
  );
});

it("modules never seen add distance: the belief goes back to the prior", () => {
  const belief = condition(rows, latents, { ...at, linearVariance: 0 }, 1).meanOver([
    { ...point(0), unseen: 1e6 },
  ]);
  expect(belief.mean).toBeCloseTo(0, 6);
  expect(belief.variance).toBeCloseTo(0.5, 6);
});

it("the evidence is the density of the targets, priors aside", () => {
  const logs = [0, Math.log(0.5), 0, Math.log(0.1)];
  const priors = PRIORS.reduce((sum, [mean, sd], i) => sum + 0.5 * (((logs[i] ?? 0) - mean) / sd) ** 2, 0);
  const { value } = negativeLogEvidence(
    pairsOf(rows.map(({ amounts }) => Float64Array.from(amounts))),
    latents,
    logs,
  );
  expect(value - priors).toBeCloseTo(3.4529685, 8);
});

it("the gradient of the evidence agrees with central differences", () => {
  const pairs = pairsOf(rows.map(({ amounts }) => Float64Array.from(amounts)));
  const logs = [0.3, -0.6, 0.2, -1.5];
  const { gradient } = negativeLogEvidence(pairs, latents, logs);
  gradient.forEach((slope, i) => {
    const value = (move: number) =>
      negativeLogEvidence(pairs, latents, logs.with(i, (logs[i] ?? 0) + move)).value;
    expect(slope).toBeCloseTo((value(1e-5) - value(-1e-5)) / 2e-5, 6);
  });
});

it("the table of correlations is within 1e-4 of the formula", () => {
  const correlation = maternTable(0.7);
  for (let squared = 0; squared < 40; squared += 0.001) {
    expect(Math.abs(correlation(squared) - matern(squared, 0.7))).toBeLessThan(1e-4);
  }
});
