import { describe, expect, it } from "vitest";
import { loss } from "@/lib/predictor/autobuild/loss";
import { softRank, softRankGradient } from "@/lib/predictor/autobuild/softRank";
import { embeddingNorm, LOSS_FILE, normGradient, type LossCase } from "./checks/losses";
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

const losses = reference<{ cases: readonly LossCase[] }>(LOSS_FILE);
describe.skipIf(losses === null)("the whole loss against the reference, in float64", () => {
  it.each(losses?.cases ?? [])("$input.length networks, lambda $l_lambda, norm $p", (of) => {
    const norms = of.embeddings_by_hop.map((hop) => hop.map((embedding) => embeddingNorm(embedding, of.p)));
    const found = loss(of.input, of.target, norms, of.l_lambda);
    expectClose([found.value, found.squaredError], [of.loss, of.mse]);
    expectClose(found.correlations, of.corr_by_hop);
    expectClose(found.byOutputs, of.grad_input);
    const byEmbeddings = of.embeddings_by_hop.flatMap((hop, index) =>
      hop.flatMap((embedding, graph) =>
        normGradient(embedding, of.p).map((slope) => slope * (found.byNorms[index]?.[graph] ?? Number.NaN)),
      ),
    );
    expectClose(byEmbeddings, of.grad_embeddings_by_hop.flat(2));
  });
});
