import { describe, expect, it } from "vitest";
import { loss } from "@/lib/predictor/autobuild/loss";
import { softRank, softRankGradient } from "@/lib/predictor/autobuild/softRank";
import { reference } from "./reference";

type SoftRankCase = {
  readonly name: string;
  readonly strength: number;
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly rank: readonly number[];
  readonly grad_of_sum_w_rank: readonly number[];
  readonly n_blocks: number;
};
type LossCase = {
  readonly l_lambda: number;
  readonly input: readonly number[];
  readonly target: readonly number[];
  readonly embeddings_by_hop: readonly (readonly number[][])[];
  readonly p: number;
  readonly soft_rank_strength: number;
  readonly loss: number;
  readonly mse: number;
  readonly corr_by_hop: readonly number[];
  readonly grad_input: readonly number[];
};

const expectClose = (actual: ArrayLike<number>, expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, index) =>
    expect(Math.abs((actual[index] as number) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value))),
  );
};

const ranks = reference<{ cases: readonly SoftRankCase[] }>("golden/softrank.json");
describe.skipIf(ranks === null)("soft rank against an independent solver", () => {
  it.each(ranks?.cases ?? [])(
    "$name",
    ({ values, strength, weights, rank, grad_of_sum_w_rank, n_blocks }) => {
      const found = softRank(values, strength);
      expectClose(found.ranks, rank);
      expect(found.numBlocks).toBe(n_blocks);
      expectClose(softRankGradient(found, weights, strength), grad_of_sum_w_rank);
    },
  );
});

const losses = reference<{ cases: readonly LossCase[] }>("golden/correl_loss.json");
describe.skipIf(losses === null)("the whole loss against the reference", () => {
  const comparable = losses?.cases.filter((of) => of.p === 1 && of.soft_rank_strength === 1) ?? [];
  it.each(comparable)("$input.length networks, lambda $l_lambda", (of) => {
    const norms = of.embeddings_by_hop.map((hop) =>
      hop.map((embedding) => embedding.reduce((sum, value) => sum + Math.abs(value), 0)),
    );
    const found = loss(of.input, of.target, norms, of.l_lambda);
    expectClose([found.value, found.squaredError], [of.loss, of.mse]);
    expectClose(found.correlations, of.corr_by_hop);
    expectClose(found.byOutputs, of.grad_input);
  });
});
