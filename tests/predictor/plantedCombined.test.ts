import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";
import { combined } from "@/lib/predictor/combined";
import type { Predictor } from "@/lib/predictor/predictor";
import { plant, type PlantedData, type Truth } from "./plantedData";
import {
  best,
  coverage,
  featureEffects,
  positionEffects,
  predictionCoverage,
  sequenceEffects,
  shareWithin,
  type Named,
} from "./plantedEffects";
import { feature, holdsPair, positionAndPair } from "./plantedTruths";

/**
 * The default kind at less than half of its training, so that four fits take a minute of computing: three members of
 * half the width, fewer epochs and varied architectures, and 240 rows of one seed.
 */
const settings = { ...combined.defaults, members: 3, epochs: 8, hiddenWidth: 16, numVaried: 200, seed: 1 };

type Fitted = { readonly data: PlantedData; readonly real: Predictor; readonly noise: Predictor };

const opened: Predictor[] = [];
async function fitBoth(truth: Truth): Promise<Fitted> {
  const data = plant(truth, { seed: 1, numRows: 240, noise: 0.5 });
  const real = await combined.fit(data.problem, settings, {});
  const noise = await combined.fit(data.shuffledProblem, settings, {});
  opened.push(real, noise);
  return { data, real, noise };
}

const report = (what: string, share: number): void => console.log(`${what}: ${share.toFixed(2)}`);

let ofFeature: Fitted;
let ofModules: Fitted;
beforeAll(async () => {
  await start("wasm");
  ofFeature = await fitBoth(feature);
  ofModules = await fitBoth(positionAndPair);
}, 600_000);
afterAll(() => opened.forEach((predictor) => predictor.dispose()));

describe("a planted feature", () => {
  it("comes out on top and leaves the null band; the others lie in it", async () => {
    const { real, noise, data } = ofFeature;
    const [effects, nulls] = [await featureEffects(real, data), await featureEffects(noise, data)];
    expect(best(effects, 1)).toEqual(["expand 6"]);
    const isPlanted = ({ name }: Named): boolean => name.startsWith("expand");
    expect(shareWithin(nulls, effects.filter(isPlanted))).toBe(0);
    const share = shareWithin(
      nulls,
      effects.filter((one) => !isPlanted(one)),
    );
    report("unplanted feature values within the null band", share);
    expect(share).toBeGreaterThanOrEqual(0.9);
    const known = effects.filter(({ truth }) => Number.isFinite(truth));
    report("true effects of feature values within the 90 % interval", coverage(known));
  });

  it("is predicted with intervals that hold nine measurements in ten", async () => {
    const share = await predictionCoverage(ofFeature.real, ofFeature.data);
    report("measurements within their 90 % interval, a planted feature", share);
    expect(share).toBeGreaterThan(0.84);
    expect(share).toBeLessThan(0.96);
  });
});

describe("a planted position in unit 3 and a planted pair in unit 2", () => {
  it("the position comes out on top and leaves the null band; operations of unit 1 lie in it", async () => {
    const { real, noise, data } = ofModules;
    const [effects, nulls] = [await positionEffects(real, data), await positionEffects(noise, data)];
    expect(best(effects, 2).sort()).toEqual(["2:0=0,2", "2:0=1,2"]);
    const planted = effects.filter(({ name }) => name.startsWith("2:0=") && name.endsWith(",2"));
    expect(shareWithin(nulls, planted)).toBe(0);
    const share = shareWithin(
      nulls,
      effects.filter(({ name }) => name.startsWith("0:")),
    );
    report("operations in unplanted places within the null band", share);
    expect(share).toBeGreaterThanOrEqual(0.9);
    report("true effects of operations in their place within the 90 % interval", coverage(effects));
    expect(coverage(effects)).toBeGreaterThan(0.85);
  });

  it("the pair comes out on top and leaves the null band", async () => {
    const { real, noise, data } = ofModules;
    const [effects, nulls] = [await sequenceEffects(real, data), await sequenceEffects(noise, data)];
    expect(best(effects, 6).every(holdsPair)).toBe(true);
    const planted = effects.filter(({ name }) => holdsPair(name));
    expect(shareWithin(nulls, planted)).toBe(0);
    report("true effects of sequences within the 90 % interval", coverage(effects));
    // Those left out hold the pair: what only two operations together do is shrunk the most, and six rows hold each.
    expect(coverage(effects)).toBeGreaterThan(0.8);
    expect(coverage(effects.filter(({ name }) => !holdsPair(name)))).toBeGreaterThan(0.88);
  });
});
