import { describe, expect, it } from "vitest";
import { estimateSeconds, rateOf } from "@/components/train/estimate";
import { fitMetrics, summary } from "./workspace";

const settings = { kind: "autobuild", seed: 1, trainFraction: 0.9, epochs: 100 };
const GUESS = { rate: 1500, source: "on a graphics card (a guess; the first epochs will tell)" };

describe("the seconds a training will take", () => {
  it("are a guess where nothing was trained", () => {
    expect(rateOf("autobuild", [])).toEqual(GUESS);
    expect(estimateSeconds(settings, 1000, [])).toBe(60);
  });

  it("follow the newest predictor of the same kind", () => {
    const metrics = { ...fitMetrics, numTrain: 50, epochs: 20, seconds: 10 };
    const stored = [
      { ...summary, kind: "module-gp", metrics: { ...metrics, seconds: 1 } },
      { ...summary, metrics },
      summary,
    ];
    expect(rateOf("autobuild", stored).rate).toBe(100);
    expect(estimateSeconds(settings, 1000, stored)).toBe(900);
    expect(rateOf("combined", stored)).toEqual(GUESS);
  });
});
