import { predictorKind } from "../../core/predictorKinds";
import type { FitSettings } from "../predictor";

/** The shape of the network; everything that decides which parameters there are and what they mean. */
export type NetworkSettings = {
  readonly hiddenWidth: number;
  readonly numLayers: number;
  readonly convolution: "GATv2" | "GraphConv";
  readonly aggregation: "mean" | "sum" | "max";
  /** Slope below zero of the activation after a convolution: 0 is ReLU, 0.01 LeakyReLU. */
  readonly convolutionSlope: number;
  /** The same for the activation before the regressor. */
  readonly regressorSlope: number;
  readonly members: number;
};

export type Schedule = "constant" | "cosine";

export type TrainSettings = {
  readonly seed: number;
  readonly trainFraction: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** The learning rate as published, or one that rises for a tenth of the steps and then falls to 0 along a cosine. */
  readonly schedule: Schedule;
  readonly weightDecay: number;
  readonly corrLambda: number;
};

export type AutobuildSettings = NetworkSettings & TrainSettings;

/** Width of every embedding table; narrower ones of the published code have zeros in the last places. */
export const EMBEDDING_WIDTH = 3;

/**
 * Settings of a fit with the kind's defaults for what is missing.
 * @throws RangeError naming the setting that is not usable
 */
export function readSettings(settings: FitSettings): AutobuildSettings {
  const all: FitSettings = { ...predictorKind("autobuild")?.defaults, ...settings };
  const number = (name: string, least: number): number => {
    const value = all[name];
    if (typeof value !== "number" || !Number.isFinite(value) || value < least)
      throw new RangeError(`Setting ${name} is a number of at least ${least}, not ${String(value)}.`);
    return value;
  };
  const choice = <Choice extends string>(name: string, choices: readonly Choice[]): Choice => {
    const found = choices.find((option) => option === all[name]);
    if (found === undefined)
      throw new RangeError(`Setting ${name} is one of ${choices.join(", ")}, not ${String(all[name])}.`);
    return found;
  };
  return {
    seed: number("seed", 0),
    trainFraction: number("trainFraction", 0),
    epochs: number("epochs", 1),
    batchSize: number("batchSize", 2),
    learningRate: number("learningRate", 0),
    schedule: all.schedule === undefined ? "constant" : choice("schedule", ["constant", "cosine"]),
    weightDecay: number("weightDecay", 0),
    corrLambda: number("corrLambda", 0),
    hiddenWidth: number("hiddenWidth", 1),
    numLayers: number("numLayers", 1),
    members: number("members", 1),
    convolution: choice("convolution", ["GATv2", "GraphConv"]),
    aggregation: choice("aggregation", ["mean", "sum", "max"]),
    convolutionSlope: all.convolutionSlope === undefined ? 0 : number("convolutionSlope", 0),
    regressorSlope: all.regressorSlope === undefined ? 0 : number("regressorSlope", 0),
  };
}
