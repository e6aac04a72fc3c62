import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";
import { smallTrainingStep, worstDifference, type Figure } from "@/lib/predictor/backendSelfTest";

const figure = (name: string, values: readonly number[], floor = 0): Figure => ({
  name,
  values: Float32Array.from(values),
  floor,
});

describe("the difference between two backends", () => {
  const reference = [figure("the loss", [2]), figure("the gradient", [100, 0, -50])];

  it("is none up to a thousandth of the largest number of a figure", () => {
    expect(worstDifference(reference, reference)).toBeNull();
    expect(worstDifference([figure("", [2.001]), figure("", [100.05, 0.09, -50])], reference)).toBeNull();
  });

  it("names the figure that is furthest off", () => {
    const found = worstDifference([figure("", [2.01]), figure("", [100, 2, -50])], reference);
    expect(found?.name).toBe("the gradient");
    expect(found?.share).toBeCloseTo(0.02, 6);
  });

  it("takes what is no number, or is missing, for the largest of all", () => {
    const found = worstDifference([figure("", [Number.NaN]), figure("", [0, 0, 0])], reference);
    expect(found).toEqual({ name: "the loss", share: Number.POSITIVE_INFINITY });
    expect(worstDifference([figure("", [2])], reference)).toEqual({
      name: "the gradient",
      share: Number.POSITIVE_INFINITY,
    });
  });

  it("leaves rounding of numbers that should be 0 alone", () => {
    const rounding = [figure("a bias", [1e-7], 0.01)];
    expect(worstDifference([figure("", [-1e-7])], rounding)).toBeNull();
    expect(worstDifference([figure("", [1e-4])], rounding)).toEqual({
      name: "a bias",
      share: expect.closeTo(0.01, 4),
    });
  });
});

describe("the small training step", () => {
  beforeAll(async () => {
    await start("cpu");
  });

  it("gives every kind of number, none of them 0 throughout but what must be, and leaves no tensor", async () => {
    const before = tf.memory().numTensors;
    const figures = await smallTrainingStep();
    expect(tf.memory().numTensors).toBe(before);
    expect(figures.filter(({ values }) => !values.every(Number.isFinite))).toEqual([]);
    const named = (name: string): Float32Array | undefined => figures.find((of) => of.name === name)?.values;
    // Two members, 48 graphs and 4 hops; one member, of whose graphs each has edges of its own.
    expect(named("the graph norms of a network on chains")).toHaveLength(2 * 48 * 4);
    expect(named("the graph norms of a network on graphs")).toHaveLength(48 * 4);
    expect(named("the gradient of attention0 of a network on graphs")?.some((slope) => slope !== 0)).toBe(
      true,
    );
    expect(named("the parameters after two steps")).toHaveLength(2 * 97);
  });

  it("is the same every time", async () => {
    expect(await smallTrainingStep()).toEqual(await smallTrainingStep());
  });
});
