import { beforeAll, describe, expect, it } from "vitest";
import { mean } from "@/lib/core/stats";
import { matchRows } from "@/lib/core/trust/matchedPairs";
import { measuredDifference } from "@/lib/core/trust/measuredDifference";
import { isWithin, nullBand, type Effect } from "@/lib/core/trust/nullBand";
import { modulePlaceOf, slotTable } from "@/lib/core/trust/slots";
import { candidateSequences } from "@/lib/figures/candidates";
import { featureRows } from "@/lib/figures/featureMatrix";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { moduleGp } from "@/lib/predictor/moduleGp/method";
import type { Predictor } from "@/lib/predictor/predictor";
import { plant, plantedSpace, trueEffect, type PlantedData, type Truth } from "./plantedData";

const LEVEL = 70;

/** expand 6 helps and expand 3 harms wherever it stands. */
const feature: Truth = ({ units }) =>
  LEVEL + units.flat().reduce((sum, [expand = 0]) => sum + 0.5 * (expand - 0.5), 0);

/** kernel 7 helps, in the first layer of unit 3 only. */
const position: Truth = ({ units }) => LEVEL + (units[2]?.[0]?.[1] === 2 ? 2 : 0);

/** Kernel 7 followed by expand 6 helps, at the beginning of unit 2; together they do more than either alone. */
const pair: Truth = ({ units }) => {
  const [first, second] = units[1] ?? [];
  return LEVEL + (first?.[1] === 2 && second?.[0] === 1 ? 2 : 0);
};
const holdsPair = (name: string): boolean => /^.,2 1,.$/.test(name);
const holdsNeitherHalf = (name: string): boolean => /^.,[01] 0,.$/.test(name);

/** One exact operation followed by one other: a row in 36 has it. */
const rarePair: Truth = ({ units }) => {
  const [first, second] = units[1] ?? [];
  return LEVEL + (first?.join() === "0,1" && second?.join() === "1,0" ? 4 : 0);
};

const SEEDS = [1, 2, 3];
const NUM_ROWS = 300;
const NOISE = 0.5;
const { operations } = shownOperations(plantedSpace, []);

type Fitted = {
  readonly seed: number;
  readonly data: PlantedData;
  readonly real: Predictor;
  readonly noise: Predictor;
};

async function fitAll(truth: Truth): Promise<Fitted[]> {
  const fitted: Fitted[] = [];
  for (const seed of SEEDS) {
    const data = plant(truth, { seed, numRows: NUM_ROWS, noise: NOISE });
    const settings = { ...moduleGp.defaults, seed };
    fitted.push({
      seed,
      data,
      real: await moduleGp.fit(data.problem, settings, {}),
      noise: await moduleGp.fit(data.shuffledProblem, settings, {}),
    });
  }
  return fitted;
}

type Named = Effect & { readonly name: string; readonly truth: number };

const featureEffects = async (predictor: Predictor): Promise<Named[]> =>
  featureRows(await predictor.scoreFeatures(), plantedSpace).flatMap(
    ({ feature: name, mean: middle, cells }) =>
      cells.map(({ value, effect, low, high }) => ({
        name: `${name} ${value}`,
        effect,
        low: low - middle,
        high: high - middle,
        truth: NaN,
      })),
  );

async function positionEffects(predictor: Predictor, { truth, problem }: PlantedData): Promise<Named[]> {
  const scores = await predictor.scoreModules(positionModules(plantedSpace, operations));
  const { cells, unitMeans } = positionMatrix(plantedSpace, operations, scores);
  return cells.map(({ key, module, effect, evidence }) => {
    const middle = unitMeans[module.unitIndex] ?? NaN;
    return {
      name: key,
      effect,
      low: evidence.low - middle,
      high: evidence.high - middle,
      truth: trueEffect(truth, problem.architectures, module, false),
    };
  });
}

async function sequenceEffects(predictor: Predictor, { truth, problem }: PlantedData): Promise<Named[]> {
  const { modules } = candidateSequences(plantedSpace, [], 1, 2);
  const scores = await predictor.scoreModules(modules);
  const middle = mean(scores.map(({ score }) => score));
  const truths = modules.map((module) => trueEffect(truth, problem.architectures, module, true));
  return scores.map(({ nodes, score, low, high }, index) => ({
    name: nodes.map((node) => node.join()).join(" "),
    effect: score - middle,
    low: low - middle,
    high: high - middle,
    truth: (truths[index] ?? NaN) - mean(truths),
  }));
}

const best = (effects: readonly Named[], count: number): string[] =>
  [...effects]
    .sort((a, b) => b.effect - a.effect)
    .slice(0, count)
    .map(({ name }) => name);

/** Share of effects that a band of noise holds. */
function shareWithin(noise: readonly Effect[], effects: readonly Effect[]): number {
  const band = nullBand(noise);
  if (band === null) return NaN;
  return mean(effects.map(({ effect }) => (isWithin(band, effect) ? 1 : 0)));
}

const coverage = (effects: readonly Named[]): number =>
  mean(effects.map(({ low, high, truth }) => (low <= truth && truth <= high ? 1 : 0)));

async function predictionCoverage({ real, data }: Fitted): Promise<number> {
  const intervals = await real.predict(data.unseen.architectures);
  return mean(
    intervals.map(({ low, high }, row) => {
      const target = data.unseen.targets[row] ?? NaN;
      return low <= target && target <= high ? 1 : 0;
    }),
  );
}

const report = (what: string, shares: readonly number[]): void =>
  console.log(`${what}: ${shares.map((share) => share.toFixed(2)).join(", ")} (seeds ${SEEDS.join(", ")})`);

describe("a planted feature", () => {
  let fitted: Fitted[] = [];
  beforeAll(async () => {
    fitted = await fitAll(feature);
  });

  it("comes out on top and leaves the null band; the others lie in it", async () => {
    const shares: number[] = [];
    for (const { real, noise } of fitted) {
      const [effects, nulls] = [await featureEffects(real), await featureEffects(noise)];
      expect(best(effects, 1)).toEqual(["expand 6"]);
      const planted = effects.filter(({ name }) => name.startsWith("expand"));
      expect(shareWithin(nulls, planted)).toBe(0);
      shares.push(
        shareWithin(
          nulls,
          effects.filter(({ name }) => !name.startsWith("expand")),
        ),
      );
    }
    report("unplanted feature values within the null band", shares);
    expect(mean(shares)).toBeGreaterThanOrEqual(0.9);
  });

  it("is predicted with intervals that hold nine measurements in ten", async () => {
    const shares = await Promise.all(fitted.map(predictionCoverage));
    report("measurements within their 90 % interval, a planted feature", shares);
    expect(mean(shares)).toBeGreaterThan(0.86);
    expect(mean(shares)).toBeLessThan(0.96);
  });
});

describe("a planted position", () => {
  let fitted: Fitted[] = [];
  beforeAll(async () => {
    fitted = await fitAll(position);
  });

  it("comes out on top and leaves the null band; the others lie in it", async () => {
    const shares: number[] = [];
    for (const { real, noise, data } of fitted) {
      const [effects, nulls] = [await positionEffects(real, data), await positionEffects(noise, data)];
      // Kernel 7 with either expansion, in layer 1 of unit 3.
      expect(best(effects, 2).sort()).toEqual(["2:0=0,2", "2:0=1,2"]);
      const planted = effects.filter(({ name }) => name.startsWith("2:0=") && name.endsWith(",2"));
      expect(shareWithin(nulls, planted)).toBe(0);
      shares.push(
        shareWithin(
          nulls,
          effects.filter(({ name }) => !name.startsWith("2:0=")),
        ),
      );
    }
    report("operations in unplanted places within the null band", shares);
    expect(mean(shares)).toBeGreaterThanOrEqual(0.9);
  });

  it("is scored with intervals that hold the true effect nine times in ten", async () => {
    const shares = await Promise.all(
      fitted.map(async ({ real, data }) => coverage(await positionEffects(real, data))),
    );
    report("true effects of operations in their place within the 90 % interval", shares);
    expect(mean(shares)).toBeGreaterThan(0.86);
  });
});

describe("a planted pair", () => {
  it("comes out on top and leaves the null band; what holds neither half lies in it", async () => {
    const shares: number[] = [];
    const halves: number[] = [];
    const covered: number[] = [];
    for (const { real, noise, data } of await fitAll(pair)) {
      const [effects, nulls] = [await sequenceEffects(real, data), await sequenceEffects(noise, data)];
      expect(best(effects, 6).every(holdsPair)).toBe(true);
      const planted = effects.filter(({ name }) => holdsPair(name));
      expect(shareWithin(nulls, planted)).toBe(0);
      // The planted pair raises the mean that effects are measured from: all others truly lie a little below it.
      const claimed = effects.map((one) => ({ ...one, effect: one.effect - one.truth }));
      const others = claimed.filter(({ name }) => !holdsPair(name));
      shares.push(
        shareWithin(
          nulls,
          others.filter(({ name }) => holdsNeitherHalf(name)),
        ),
      );
      halves.push(
        shareWithin(
          nulls,
          others.filter(({ name }) => !holdsNeitherHalf(name)),
        ),
      );
      covered.push(coverage(effects));
    }
    report("sequences with neither half within the null band", shares);
    // The process adds up what single operations do, so each half is credited with a part of what only both do.
    report("sequences with one half within the null band", halves);
    report("true effects of sequences within the 90 % interval", covered);
    expect(mean(shares)).toBeGreaterThanOrEqual(0.9);
  });
});

describe("a planted pair that too few rows hold for the process to see", () => {
  it("is found by the measured rows that differ there alone", () => {
    const differences = SEEDS.map((seed) => {
      const { problem } = plant(rarePair, { seed, numRows: NUM_ROWS, noise: NOISE });
      const table = slotTable(plantedSpace, problem.architectures);
      const module = {
        unitIndex: 1,
        layers: [0, 1],
        nodes: [
          [0, 1],
          [1, 0],
        ],
      };
      const place = modulePlaceOf(plantedSpace, table, module, false);
      const { kind, sets } = matchRows(table, place, problem.targets);
      return { kind, difference: measuredDifference(problem.targets, sets) };
    });
    for (const { kind, difference } of differences) {
      expect(kind).toBe("nearest");
      expect(difference?.low).toBeGreaterThan(3);
      expect(difference?.high).toBeLessThan(5);
    }
  });
});
