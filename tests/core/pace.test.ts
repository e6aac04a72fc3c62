import { describe, expect, it } from "vitest";
import { createPace } from "@/lib/core/pace";

/** What is said of the seconds of an epoch when these are done at these times of a clock that starts at 100. */
function told(epochs: readonly (readonly [epoch: number, at: number])[]): number[] {
  let time = 100;
  const pace = createPace(() => time);
  return epochs.map(([epoch, at]) => {
    time = 100 + at;
    return pace(epoch);
  });
}

describe("the seconds of an epoch", () => {
  it("are those of the latest, not of the start before the first", () =>
    expect(
      told([
        [1, 60],
        [2, 62],
        [3, 64],
      ]),
    ).toEqual([60, 2, 2]));

  it("do not count the epochs from before an interruption", () =>
    // Goes on after 90 of 100 epochs: divided by the number of the epoch, 0.1 s would have been told.
    expect(
      told([
        [91, 9],
        [92, 12],
        [93, 15],
      ]),
    ).toEqual([9, 3, 3]));

  it("are the middle of seven, so that one long epoch does not count", () =>
    expect(
      told([
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 33],
        [5, 34],
        [6, 35],
      ]).at(-1),
    ).toBe(1));

  it("follow a machine that gets slower", () =>
    expect(
      told(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((epoch) => [
          epoch,
          epoch <= 6 ? epoch : 6 + (epoch - 6) * 5,
        ]),
      ).at(-1),
    ).toBe(5));

  it("go on where epochs count from 1 again, and are shared by epochs that nobody told of", () =>
    expect(
      told([
        [9, 4],
        [10, 8],
        [1, 12],
        [3, 20],
      ]),
    ).toEqual([4, 4, 4, 4]));
});
