import { describe, expect, it } from "vitest";
import {
  kindLabel,
  nodeMeasureOf,
  PREDICTOR_KINDS,
  predictorKind,
  settingProblem,
} from "@/lib/core/predictorKinds";

describe("kinds of predictors", () => {
  it.each(PREDICTOR_KINDS.map((info) => [info.kind, info] as const))("%s has legal defaults", (_, info) =>
    expect(info.fields.map((field) => settingProblem(field, info.defaults[field.name]))).toEqual(
      info.fields.map(() => null),
    ),
  );

  it("keeps the published script's defaults", () =>
    expect(predictorKind("autobuild")?.defaults).toEqual({
      kind: "autobuild",
      seed: 1,
      trainFraction: 0.9,
      epochs: 200,
      batchSize: 128,
      learningRate: 0.0001,
      weightDecay: 0.00001,
      hiddenWidth: 32,
      numLayers: 4,
      convolution: "GATv2",
      aggregation: "mean",
      corrLambda: 1,
      members: 1,
    }));

  it.each([
    ["autobuild", "embedding norm"],
    ["combined", "score"],
    ["module-gp", "score"],
    ["oracle", "score"],
  ])("%s shows of a node its %s", (kind, measure) => expect(nodeMeasureOf(kind)).toBe(measure));

  it("names a kind of a later version by itself", () => expect(kindLabel("oracle")).toBe("oracle"));

  it.each([
    ["epochs", 0, "Epochs goes from 1 to 5000."],
    ["epochs", 1.5, "Epochs is a whole number, 1 to 5000."],
    ["epochs", NaN, "Epochs is a number, 1 to 5000."],
    ["convolution", "GCN", "Convolution is one of GATv2, GraphConv."],
    ["trainFraction", 0.9, null],
  ])("%s = %s", (name, value, problem) => {
    const field = predictorKind("autobuild")?.fields.find((candidate) => candidate.name === name);
    expect(field && settingProblem(field, value)).toBe(problem);
  });
});
