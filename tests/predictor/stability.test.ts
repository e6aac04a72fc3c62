import { beforeAll, describe, expect, it } from "vitest";
import { sequenceModule, type Module, type ModuleScore } from "@/lib/core/module";
import { seededRandom } from "@/lib/core/random";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { srcc } from "@/lib/core/stats";
import { start } from "@/lib/predictor/backend";
import type { FeatureScore } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { quickSettings, sampleProblem } from "./combined/samples";

/** The real settings and five seeds are compared by `npm run bench:stability`; this is as much of it as a test may cost. */
const SEEDS = [1, 2, 3];
const NUM_ROWS = 200;
/** Sequences of one length of one unit. */
const NUM_SEQUENCES = 60;

const { problem } = sampleProblem("staged", NUM_ROWS);
const operations = enumerateOperations(problem.space) ?? [];
const random = seededRandom(11);
const operation = (): readonly number[] => operations[Math.floor(random() * operations.length)] ?? [];

const modules: Module[] = problem.space.units.flatMap(({ lengths }, unitIndex) =>
  lengths.flatMap((length) =>
    Array.from({ length: NUM_SEQUENCES }, () => sequenceModule(unitIndex, Array.from({ length }, operation))),
  ),
);

type Seed = { readonly modules: readonly ModuleScore[]; readonly features: readonly FeatureScore[] };

/** The least rank correlation of any two seeds. */
function leastAgreement(scores: readonly (readonly number[])[]): number {
  const pairs = scores.flatMap((one, index) => scores.slice(index + 1).map((other) => srcc(one, other)));
  return Math.min(...pairs);
}

describe("importances of the default predictor, by the rows and not by the seed", () => {
  const seeds: Seed[] = [];
  beforeAll(async () => {
    await start("wasm");
    for (const seed of SEEDS) {
      const predictor = await fitPredictor(problem, { ...quickSettings, epochs: 4, seed });
      seeds.push({
        modules: await predictor.scoreModules(modules),
        features: await predictor.scoreFeatures(),
      });
      predictor.dispose();
    }
  }, 600_000);

  it.each([...new Set(problem.space.units.flatMap(({ lengths }) => lengths))])(
    "rank modules of %i nodes alike, SRCC at least 0.9",
    (length) => {
      const ofLength = seeds.map((seed) =>
        seed.modules.flatMap(({ nodes, score }) => (nodes.length === length ? [score] : [])),
      );
      expect(ofLength[0]?.length).toBeGreaterThanOrEqual(NUM_SEQUENCES);
      expect(leastAgreement(ofLength)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it("rank values of features alike, SRCC at least 0.9", () => {
    const values = seeds.map(({ features }) => features.map(({ score }) => score));
    // Four units, four layers, three values of expand and of kernel.
    expect(values.map(({ length }) => length)).toEqual([14, 14, 14]);
    expect(leastAgreement(values)).toBeGreaterThanOrEqual(0.9);
  });
});
