import { describe, expect, it } from "vitest";
import { kindLabel, nodeMeasureOf, PREDICTOR_KINDS, predictorKind } from "@/lib/core/predictorKinds";
import { settingProblem, settingsProblem, settingsToRefit } from "@/lib/core/predictorSettings";

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
      group: "automatic",
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
    ["group", "by:device", null],
    ["group", "device", "Rows kept together is one of automatic, none, by:FEATURE, except:FEATURE."],
  ])("%s = %s", (name, value, problem) => {
    const field = predictorKind("autobuild")?.fields.find((candidate) => candidate.name === name);
    expect(field && settingProblem(field, value)).toBe(problem);
  });
});

describe("settings of a fit", () => {
  const shared = { seed: 1, trainFraction: 0.9 };

  it.each(PREDICTOR_KINDS.map((info) => [info.kind, info] as const))("may be the defaults of %s", (_, info) =>
    expect(settingsProblem(info.defaults)).toBeNull(),
  );

  it.each([
    [
      { kind: "autobuild", learningrate: 0.1 },
      'AutoBuild (as published) has no setting "learningrate"; its settings are epochs, batchSize, learningRate, weightDecay, hiddenWidth, numLayers, convolution, aggregation, corrLambda, members, trainFraction, group, seed, schedule, convolutionSlope, regressorSlope.',
    ],
    [
      { kind: "combined", maxrows: 10 },
      'AutoBuild, calibrated has no setting "maxrows"; its settings are epochs, batchSize, learningRate, hiddenWidth, numLayers, convolution, aggregation, members, numVaried, maxRows, trainFraction, group, seed, weightDecay, corrLambda, schedule, convolutionSlope, regressorSlope.',
    ],
    [
      { kind: "module-gp", epochs: 10 },
      'Module process alone has no setting "epochs"; its settings are maxRows, trainFraction, group, seed.',
    ],
    [
      { kind: "combined", schedule: "cosin" },
      'Setting schedule is "cosin". Learning rate schedule is one of constant, cosine.',
    ],
    [
      { kind: "autobuild", schedule: "Cosine" },
      'Setting schedule is "Cosine". Learning rate schedule is one of constant, cosine.',
    ],
    [
      { kind: "autobuild", convolution: "GCN" },
      'Setting convolution is "GCN". Convolution is one of GATv2, GraphConv.',
    ],
    [
      { kind: "autobuild", aggregation: "median" },
      'Setting aggregation is "median". Aggregation is one of mean, sum, max.',
    ],
    [
      { kind: "module-gp", group: "by" },
      'Setting group is "by". Rows kept together is one of automatic, none, by:FEATURE, except:FEATURE.',
    ],
    [{ kind: "autobuild", epochs: "10" }, 'Setting epochs is "10". Epochs is a number, 1 to 5000.'],
    [
      { kind: "autobuild", convolutionSlope: true },
      "Setting convolutionSlope is true. Slope after convolutions is a number, 0 to 1.",
    ],
    [{ kind: "combined", networkWeight: 0.5 }, 'AutoBuild, calibrated has no setting "networkWeight"'],
  ])("%j are refused with what there is", (settings, problem) =>
    expect(settingsProblem({ ...shared, ...settings })).toContain(problem),
  );

  it("hold what a fit found in its file", () => {
    const found = { ...shared, kind: "combined", networkWeight: 0.5, reach: 1.2, targetScale: "raw" };
    expect(settingsProblem(found, true)).toBeNull();
    expect(settingsProblem({ ...found, schedule: "cosin" }, true)).toContain("one of constant, cosine");
  });

  it("of a fit can be used for another one, without what it found", () => {
    const found = {
      ...shared,
      kind: "combined",
      epochs: 4,
      networkWeight: 0.5,
      reach: 1.2,
      targetScale: "raw",
    };
    expect(settingsToRefit(found)).toEqual({ ...shared, kind: "combined", epochs: 4 });
    expect(settingsProblem(settingsToRefit(found))).toBeNull();
  });

  it("of a kind of a later version are not judged", () =>
    expect(settingsProblem({ ...shared, kind: "oracle", depth: 3 })).toBeNull());
});
