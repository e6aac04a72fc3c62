import { describe, expect, it } from "vitest";
import { estimateDuration, splitSizes } from "@/components/train/estimate";
import { firstTarget } from "@/components/train/useTarget";
import { fitMetrics, summary } from "./workspace";

const network = { kind: "autobuild", seed: 1, trainFraction: 0.9, epochs: 100 };
const process = { kind: "module-gp", seed: 1, trainFraction: 0.9, maxRows: 1_500 };
const GUESS = "on a graphics card (a guess; the first epochs will tell)";

describe("the rows that are trained on, held out and left out", () => {
  it("are all of them for networks, and no more than the settings say for a process", () => {
    expect(splitSizes(network, 2_532)).toEqual({ numTrain: 2_278, numTest: 254, numLeft: 0 });
    expect(splitSizes(process, 2_532)).toEqual({ numTrain: 1_500, numTest: 150, numLeft: 882 });
    expect(splitSizes(process, 100)).toEqual({ numTrain: 90, numTest: 10, numLeft: 0 });
  });
});

describe("the seconds a training will take", () => {
  it("are a guess where nothing was trained", () => {
    expect(estimateDuration(network, 1000, [])).toEqual({ seconds: 60, source: GUESS });
  });

  it("grow with the cube of the rows of a process, which runs on no graphics card", () => {
    expect(estimateDuration(process, 2_532, []).seconds).toBe(10);
    expect(estimateDuration(process, 834, []).seconds).toBeCloseTo(10 / 8, 9);
    expect(estimateDuration(process, 834, []).source).toBe(
      "(a guess: other work on this machine slows it down)",
    );
    const measured = {
      ...summary,
      kind: "module-gp",
      metrics: { ...fitMetrics, numTrain: 500, epochs: 1, seconds: 2 },
    };
    expect(estimateDuration(process, 2_532, [measured])).toEqual({
      seconds: 54,
      source: "(at the speed of the last predictor of this kind)",
    });
  });

  it("follow the newest predictor of the same kind", () => {
    const metrics = { ...fitMetrics, numTrain: 50, epochs: 20, seconds: 10 };
    const stored = [
      { ...summary, kind: "module-gp", metrics: { ...metrics, seconds: 1 } },
      { ...summary, metrics },
      summary,
    ];
    expect(estimateDuration(network, 1000, stored).seconds).toBe(900);
    expect(estimateDuration({ ...network, kind: "combined" }, 1000, stored).source).toBe(GUESS);
  });
});

describe("the target that is offered first", () => {
  const metric = (name: string, goal: "max" | "min" | null) => ({ name, label: name, unit: null, goal });

  it("is of unseen data before one of training", () => {
    expect(
      firstTarget([metric("params", "min"), metric("train_accuracy", "max"), metric("test_accuracy", "max")]),
    ).toBe("test_accuracy");
    expect(firstTarget([metric("train_accuracy", "max")])).toBe("train_accuracy");
    expect(firstTarget([metric("trainability", "max"), metric("accuracy", "max")])).toBe("trainability");
    expect(firstTarget([metric("latency", "min")])).toBe("-latency");
  });
});
