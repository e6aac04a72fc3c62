import { beforeAll, describe, expect, it } from "vitest";
import { sequenceModule, type Module, type ModuleScore } from "@/lib/core/module";
import { bestOfReducedSpace, reducedSpace } from "@/lib/core/reducedSpace";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import { mean, standardDeviation } from "@/lib/core/stats";
import { autobuildPredictor } from "@/lib/predictor/autobuild/autobuildPredictor";
import {
  checkpointFile,
  checkpointSpace,
  readCheckpoint,
} from "@/lib/predictor/autobuild/releasedCheckpoint";
import { start } from "@/lib/predictor/backend";
import { stateDict, weightsFile, type WeightsFile } from "./checks/networks";
// Computed apart from the project, see its first line and proxyless_scores.py.
import golden from "./proxyless.json";
import { reference } from "./reference";

const weights = reference<WeightsFile>(weightsFile("mbv3_acc"));
const space = checkpointSpace("pn");

/** ProxylessNAS has the first of the two operations. */
const nodesOf = (blocks: readonly (readonly number[])[]): number[][] => blocks.map((block) => [0, ...block]);

const blocks = [0, 1, 2].flatMap((expand) => [0, 1, 2].map((kernel) => [0, expand, kernel]));
const sequences = (length: number): number[][][] =>
  length === 0 ? [[]] : sequences(length - 1).flatMap((before) => blocks.map((block) => [...before, block]));

const moments = ([means = [], deviations = []]: readonly (readonly number[])[]) =>
  means.map((of, hop) => ({ mean: of, deviation: deviations[hop] ?? NaN }));

function openProxyless({ config, tensors }: WeightsFile) {
  const [state, settings] = [stateDict(tensors), { ...config, families: "ofa_pn" }];
  return autobuildPredictor(
    {
      ...readCheckpoint(state, settings, space),
      hopMoments: [moments(golden.hopMoments)],
      unitMoments: golden.unitMoments.map((unit) =>
        unit.map(([of = NaN, deviation = NaN]) => ({ mean: of, deviation })),
      ),
    },
    checkpointFile(state, settings),
  );
}

/** Float32 against float64, relative to numbers of 100 to 500. */
const FLOAT32 = 2e-6;
const isNear = (actual: number | undefined, expected: number): boolean =>
  Math.abs((actual ?? NaN) - expected) <= FLOAT32 * Math.abs(expected);

describe.skipIf(weights === null)("ProxylessNAS, its last two units scored together", () => {
  let scores: ModuleScore[] = [];
  beforeAll(async () => {
    if (weights === null) return;
    await start("wasm");
    const modules = space.units.flatMap((_, unitIndex): Module[] =>
      sequenceLengths(space, unitIndex).flatMap((length) =>
        sequences(length).map((nodes) => sequenceModule(unitIndex, nodes)),
      ),
    );
    const predictor = openProxyless(weights);
    scores = await predictor.scoreModules(modules);
    predictor.dispose();
  }, 300_000);

  it.each(golden.units.map((of, unitIndex) => [unitIndex + 1, of] as const))("unit %i", (unit, expected) => {
    const own = scores.filter(({ unitIndex }) => unitIndex === unit - 1);
    expect(own).toHaveLength(expected.count);
    const values = own.map(({ score }) => score);
    expect(isNear(mean(values), expected.mean)).toBe(true);
    expect(isNear(standardDeviation(values), expected.deviation)).toBe(true);
    const scoreOf = new Map(own.map(({ nodes, score }) => [JSON.stringify(nodes), score]));
    const listed = [...expected.best, ...expected.worst, ...expected.sample];
    const off = listed.filter(
      ({ blocks: of, score }) => !isNear(scoreOf.get(JSON.stringify(nodesOf(of))), score),
    );
    expect(off).toEqual([]);
    expect(isNear(Math.max(...values), expected.best[0]?.score ?? NaN)).toBe(true);
    expect(isNear(Math.min(...values), expected.worst.at(-1)?.score ?? NaN)).toBe(true);
  });

  it("leaves the same 108 best architectures, of which the sums of ten agree", () => {
    const reduced = reducedSpace(space, scores, golden.K);
    expect(reduced.size).toBe(BigInt(golden.size));
    const best = bestOfReducedSpace(space, reduced, 10);
    expect(best.map(({ units }) => units.slice(0, 4).concat([units.slice(4).flat()]))).toEqual(
      golden.top10.map((of) => of.sequences.map(nodesOf)),
    );
    expect(best.map(({ units }) => units.map(({ length }) => length).at(-1))).toEqual(
      golden.top10.map(() => 1),
    );
    expect(best.filter((of, place) => !isNear(of.sumOfScores, golden.top10[place]?.sum ?? NaN))).toEqual([]);
  });
});
