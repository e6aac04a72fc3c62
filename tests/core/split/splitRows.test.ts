import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "@/lib/core/random";
import { foldRows, splitRows } from "@/lib/core/split/splitRows";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const alone = (count: number): number[] => Array.from({ length: count }, (_, row) => row);

/** Groups of these sizes, one after the other. */
const ofSizes = (...sizes: readonly number[]): number[] =>
  sizes.flatMap((size, group) => Array.from({ length: size }, () => group));

const groupsIn = (groups: readonly number[], rows: readonly number[]): Set<number> =>
  new Set(rows.map((row) => groups[row] ?? -1));

describe("a split", () => {
  it.each(SEEDS)("of rows that share nothing is a plain shuffle cut in two, seed %i", (seed) => {
    const order = shuffled(alone(30), seededRandom(seed));
    expect(splitRows(alone(30), 4, seededRandom(seed))).toEqual({
      train: order.slice(0, 26),
      test: order.slice(26),
    });
  });

  it.each(SEEDS)(
    "tears no group apart, and is as large as asked for where single rows fill it, seed %i",
    (seed) => {
      const groups = ofSizes(6, 5, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
      const { train, test } = splitRows(groups, 7, seededRandom(seed));
      expect(test).toHaveLength(7);
      expect([...train, ...test].sort((a, b) => a - b)).toEqual(alone(groups.length));
      const held = groupsIn(groups, test);
      expect([...groupsIn(groups, train)].filter((group) => held.has(group))).toEqual([]);
    },
  );

  it.each([
    // Pairs only: one of five rows is nearer to two than to none.
    [ofSizes(2, 2, 2, 2, 2), 1, 2],
    [ofSizes(2, 2, 2, 2, 2), 3, 2],
    // Two of four are nearer to nine than three.
    [ofSizes(4, 4, 4, 4), 9, 8],
    [ofSizes(4, 4, 4, 4), 11, 12],
    // The small group, wherever it comes in the order.
    [ofSizes(95, 5), 10, 5],
    // Something must be held out, and something left to train on.
    [ofSizes(20, 30), 3, 20],
    [ofSizes(3, 3), 6, 3],
  ])("of %j rows with %i wanted holds %i out", (groups, wanted, held) =>
    expect(SEEDS.map((seed) => splitRows(groups, wanted, seededRandom(seed)).test.length)).toEqual(
      SEEDS.map(() => held),
    ),
  );

  it("holds a large group out no more often than a small one", () => {
    // 20 rows that are one network, and 180 that share nothing: held out as often as a tenth of the rows is.
    const groups = [...ofSizes(20), ...alone(180).map((row) => row + 1)];
    const times = alone(400).filter((seed) => splitRows(groups, 20, seededRandom(seed)).test.includes(0));
    expect(times.length / 400).toBeLessThan(0.15);
  });

  it("of a single group is refused", () =>
    expect(() => splitRows([0, 0, 0], 1, seededRandom(1))).toThrow("All rows belong to one group"));
});

describe("folds", () => {
  it("of rows that share nothing go round", () =>
    expect(foldRows([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 1, 2, 0, 1, 2, 0]));

  it("hold whole groups and are filled evenly", () =>
    expect(foldRows([0, 1, 0, 2, 0, 3, 1, 4, 0, 5, 6, 7], 3)).toEqual([0, 1, 0, 2, 0, 2, 1, 1, 0, 2, 1, 2]));

  it("need as many groups", () =>
    expect(() => foldRows([0, 0, 1, 1, 1], 3)).toThrow(
      "5 training rows in 2 groups cannot be validated in 3 parts.",
    ));
});
