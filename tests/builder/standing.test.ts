import { describe, expect, it } from "vitest";
import { standingOf, standingText } from "@/lib/builder/standing";

describe("standing among the measured", () => {
  it("counts the better ones and leaves out rows without a target", () =>
    expect(standingOf([0.9, NaN, 0.8, 0.7], 0.75)).toEqual({ rank: 3, numMeasured: 3 }));

  it("a tie takes the better rank", () => expect(standingOf([3, 2, 2, 1], 2).rank).toBe(2));

  it.each([
    [1, "1st of 2,000"],
    [2, "2nd of 2,000"],
    [3, "3rd of 2,000"],
    [11, "11th of 2,000"],
    [12, "12th of 2,000"],
    [113, "113th of 2,000"],
    [1021, "1,021st of 2,000"],
  ])("rank %i is written as %s", (rank, text) =>
    expect(standingText({ rank, numMeasured: 2000 })).toBe(text),
  );
});
