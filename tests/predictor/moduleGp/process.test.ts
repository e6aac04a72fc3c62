import { expect, it } from "vitest";
import { fromLogs, negativeLogEvidence, pairsOf, priors } from "@/lib/predictor/moduleGp/evidence";
import { matern, maternTable } from "@/lib/predictor/moduleGp/kernel";
import { condition } from "@/lib/predictor/moduleGp/process";

// Three measured rows with one count each. Expected values: numpy with an explicit inverse of the covariance, and
// scipy.stats.multivariate_normal for the evidence.
const rows = [-1, 0, 1].map((count) => ({ columns: [0], amounts: [count], unseen: [0] }));
const columns = { size: 1, groups: ["any op"], groupOf: [0] };
const latents = Float64Array.of(-1, 0.5, 0.5);
const withLinear = (linear: number) => ({
  groups: new Map([["any op", { linear, distance: 1 }]]),
  maternVariance: 0.5,
  noiseVariance: 0.1,
});
const at = withLinear(1);
const point = (count: number) => ({ columns: [0], amounts: [count], unseen: [0] });

it("the Matern 3/2 correlation at distance 1 is 0.48335772", () => {
  expect(matern(1)).toBeCloseTo(0.48335772, 8);
  expect(matern(0)).toBe(1);
});

it("the posterior of three rows is the textbook one", () => {
  const belief = condition(rows, latents, at, columns).meanOver([point(0.5)]);
  expect(belief.mean).toBeCloseTo(0.5004525, 6);
  expect(belief.variance).toBeCloseTo(0.1338088, 6);
});

it("the mean over two points is one belief, narrower than theirs", () => {
  const belief = condition(rows, latents, at, columns).meanOver([point(0.5), point(-0.25)]);
  expect(belief.mean).toBeCloseTo(0.2927931, 6);
  expect(belief.variance).toBeCloseTo(0.0680846, 6);
});

it("leaving one row out is what conditioning on the others gives", () => {
  const left = condition(rows, latents, at, columns).leaveOneOut(3);
  [-0.002778, -0.1803935, 1.0228906].forEach((expected, i) => expect(left.mean[i]).toBeCloseTo(expected, 6));
  [0.8000815, 0.4256108, 0.8000815].forEach((expected, i) =>
    expect(left.variance[i]).toBeCloseTo(expected, 6),
  );
});

it("leaving folds out is what conditioning on the other folds gives", () => {
  // numpy: rows 1 and 3 from row 2, and row 2 from the others, each less what was measured.
  const errors = condition(rows, latents, at, columns).foldErrors(3, 2);
  [1.20139905, -0.68039353, -0.29860095].forEach((expected, i) => expect(errors[i]).toBeCloseTo(expected, 6));
});

it("modules never seen add distance: the belief goes back to the prior", () => {
  const belief = condition(rows, latents, withLinear(0), columns).meanOver([{ ...point(0), unseen: [1e6] }]);
  expect(belief.mean).toBeCloseTo(0, 6);
  expect(belief.variance).toBeCloseTo(0.5, 6);
});

const pairs = pairsOf(
  rows.map(({ amounts }) => Float64Array.from(amounts)),
  columns,
);

it("the evidence is the density of the targets, priors aside", () => {
  // Weights are shares of the mean squared count, here 2/3.
  const logs = [Math.log(2 / 3), Math.log(2 / 3), Math.log(0.5), Math.log(0.1), 0, 0, 0];
  const penalty = priors(pairs).reduce(
    (sum, [mean, sd], i) => sum + 0.5 * (((logs[i] ?? 0) - mean) / sd) ** 2,
    0,
  );
  const { value } = negativeLogEvidence(pairs, latents, logs);
  expect(value - penalty).toBeCloseTo(3.4529685, 8);
});

const both = pairsOf(
  [
    [-1, 2],
    [0, 1],
    [1, -3],
  ].map((row) => Float64Array.from(row)),
  { size: 2, groups: ["any op", "length"], groupOf: [0, 1] },
);

it("a tilt of 0 weighs groups alike, whatever their size, and a tilt of 1 modules", () => {
  const linear = (tilt: number) => {
    const { groups } = fromLogs(both, [0, 0, 0, 0, 0, 0, 0, 0, tilt]);
    return ["any op", "length"].map((group) => groups.get(group)?.linear);
  };
  // Mean squared counts are 2/3 and 14/3.
  expect(linear(0)[0]).toBeCloseTo(1.5, 12);
  expect(linear(0)[1]).toBeCloseTo(0.2142857143, 9);
  expect(linear(1)[0]).toBeCloseTo(1, 12);
  expect(linear(1)[1]).toBeCloseTo(1, 12);
});

it("the gradient of the evidence agrees with central differences, for each group and for all", () => {
  const logs = [0.3, -0.4, 0.2, -0.7, -0.6, -1.5, 0.1, -0.2, 0.7];
  const { gradient } = negativeLogEvidence(both, latents, logs);
  expect(gradient).toHaveLength(9);
  gradient.forEach((slope, i) => {
    const value = (move: number) =>
      negativeLogEvidence(both, latents, logs.with(i, (logs[i] ?? 0) + move)).value;
    expect(slope).toBeCloseTo((value(1e-5) - value(-1e-5)) / 2e-5, 6);
  });
});

it("counts that are the same in every row are in no group of pairs", () => {
  const { groups } = pairsOf([Float64Array.of(0, 1), Float64Array.of(0, -1)], {
    size: 2,
    groups: ["length", "any op"],
    groupOf: [0, 1],
  });
  expect(groups.map(({ group, size }) => [group, size])).toEqual([["any op", 1]]);
});

it("the table of correlations is within 1e-4 of the formula", () => {
  const correlation = maternTable();
  for (let squared = 0; squared < 40; squared += 0.001) {
    expect(Math.abs(correlation(squared) - matern(squared))).toBeLessThan(1e-4);
  }
});
