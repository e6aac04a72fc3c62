import { expect, it } from "vitest";
import { NULL_SEED, shuffledProblem } from "@/components/explore/trust/shuffledProblem";
import { stagedArchitecture, stagedSpace } from "@/lib/figures/fixtures";

it("keeps the rows that have a target and gives each the target of another, the same for a seed", () => {
  const architectures = Array.from({ length: 6 }, (_, index) => ({
    ...stagedArchitecture,
    id: String(index),
    row: index,
    metrics: [index],
  }));
  const measured = Float64Array.of(0, 1, NaN, 3, 4, 5);
  const rows = { space: stagedSpace, datasetHash: "00", target: "accuracy", architectures, measured };
  const problem = shuffledProblem(rows, NULL_SEED);
  expect(problem.architectures.map(({ id }) => id)).toEqual(["0", "1", "3", "4", "5"]);
  expect([...problem.targets].sort()).toEqual([0, 1, 3, 4, 5]);
  expect([...problem.targets]).not.toEqual([0, 1, 3, 4, 5]);
  expect(shuffledProblem(rows, NULL_SEED).targets).toEqual(problem.targets);
});
