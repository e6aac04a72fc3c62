import { describe, expect, it } from "vitest";
import type { KeptList } from "@/components/search/next/keptLists";
import {
  isStep,
  numNewOf,
  retrainSteps,
  settingsAgain,
  withRetrained,
  type ListOutcome,
} from "@/components/search/next/retrainSteps";
import type { PredictorSummary } from "@/lib/api/contracts";

const metrics: PredictorSummary["metrics"] = {
  srcc: 0.8,
  mae: 1,
  mape: null,
  hopSrcc: [],
  epochs: 1,
  seconds: 1,
  members: 1,
  numTrain: 9,
  numTest: 1,
  heldOut: { measured: [], predicted: [] },
  lossCurve: [],
};
const predictor = (id: string, target: string, settings = {}): PredictorSummary => ({
  id,
  name: id,
  kind: "module-gp",
  target,
  createdAt: "2026-01-01T00:00:00Z",
  seed: 3,
  backend: "cpu",
  settings: { kind: "module-gp", seed: 3, trainFraction: 0.9, maxRows: 500, ...settings },
  metrics,
});
const predictors = [predictor("p", "accuracy", { noiseVariance: 0.25 }), predictor("q", "latency")];
const ASKED = { kind: "module-gp", seed: 3, trainFraction: 0.9, maxRows: 500 };

const list: KeptList = {
  seed: 1,
  rule: "upper-bound",
  targets: ["accuracy", "latency"],
  predictorIds: ["p", "q"],
  goals: ["max", "min"],
  runs: [],
  retrained: [],
};
const architecture = { id: "a", units: [], globals: [] };
const predicted = { value: 1, low: 0, high: 2 };
/** Runs of a list, each with what was measured of every target. */
const outcome = (measured: readonly (readonly number[])[], of: Partial<KeptList> = {}): ListOutcome => ({
  list: { ...list, ...of },
  came: measured.map((values) => ({
    architecture,
    outcomes: values.map((value) => ({ predicted, measured: value })),
  })),
});
const idsOf = (outcomes: readonly ListOutcome[]) =>
  retrainSteps(outcomes, predictors).map(({ predictor: { id }, numNew, putToUse }) => [id, numNew, putToUse]);

describe("training again with what came out", () => {
  it("is for the predictors of targets that were measured, that of the first goal last and put to use", () => {
    expect(idsOf([outcome([])])).toEqual([]);
    expect(
      idsOf([
        outcome([
          [1, NaN],
          [2, NaN],
        ]),
      ]),
    ).toEqual([["p", 2, true]]);
    expect(idsOf([outcome([[1, 5]])])).toEqual([
      ["q", 1, false],
      ["p", 1, true],
    ]);
    expect(idsOf([outcome([[NaN, 5]])])).toEqual([["q", 1, true]]);
  });

  it("is done once a predictor, however many of its lists came back", () => {
    expect(idsOf([outcome([[1, NaN]]), outcome([[2, NaN]], { seed: 2 })])).toEqual([["p", 2, true]]);
  });

  it("is over once the successor has learned from all, and due again when more comes", () => {
    const [kept] = withRetrained([outcome([[1, 5]])], "p", "r");
    if (!kept) throw new Error("The list is gone.");
    expect(kept.retrained).toEqual([{ from: "p", to: "r", numMeasured: 1 }]);
    expect(idsOf([outcome([[1, NaN]], kept)])).toEqual([]);
    const more = outcome(
      [
        [1, NaN],
        [2, NaN],
      ],
      kept,
    );
    expect(numNewOf(more, 0)).toBe(1);
    expect(idsOf([more])).toEqual([["p", 1, true]]);
    expect(withRetrained([more], "p", "s")[0]?.retrained).toEqual([{ from: "p", to: "s", numMeasured: 2 }]);
  });

  it("leaves lists of other predictors and without measurements as they are", () => {
    const other = outcome([[1]], { targets: ["accuracy"], predictorIds: ["x"], goals: ["max"] });
    expect(withRetrained([other, outcome([])], "p", "r")).toEqual([other.list, list]);
  });

  it("asks for what was asked, without what the fit found out, and for nothing of a released checkpoint", () => {
    expect(settingsAgain(predictor("p", "accuracy", { noiseVariance: 0.25 }))).toEqual(ASKED);
    expect(settingsAgain(predictor("p", "accuracy", { released: "ofa" }))).toBeNull();
    expect(settingsAgain({ ...predictor("p", "accuracy"), kind: "oracle" })).toBeNull();
  });

  it("knows its own training by target and settings after a reload", () => {
    const [step] = retrainSteps([outcome([[1, NaN]])], predictors);
    if (!step) throw new Error("There is no step.");
    expect(isStep(step, { target: "accuracy", settings: ASKED })).toBe(true);
    expect(isStep(step, { target: "latency", settings: ASKED })).toBe(false);
    expect(isStep(step, { target: "accuracy", settings: { ...ASKED, seed: 4 } })).toBe(false);
  });
});
