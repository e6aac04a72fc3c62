import { expect, it } from "vitest";
import { candidateSequences } from "@/lib/figures/candidates";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { spreadGroups } from "@/lib/figures/modules/spread";

it("counts a module in the box of each operation that it holds, in its own unit", () => {
  const scores = [1, 2].flatMap((length) =>
    candidateSequences(stagedSpace, [], 0, length).modules.map(fixtureScore),
  );
  const groups = spreadGroups(stagedSpace, scores);
  expect(groups.map(({ name }) => name)).toEqual(["unit 1"]);
  // Each of 6 operations: alone, and in 36 - 25 of the pairs.
  expect(groups[0]?.rows.map(({ box }) => box.count)).toEqual([12, 12, 12, 12, 12, 12]);
  expect(groups[0]?.rows.map(({ label }) => label)[0]).toBe("e6k7");
});

it("has no box where no score is a number", () => {
  const scores = candidateSequences(stagedSpace, [], 0, 1).modules.map((module) => ({
    ...fixtureScore(module),
    score: NaN,
  }));
  expect(spreadGroups(stagedSpace, scores)).toEqual([]);
});
