import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { checkpointFile } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { start } from "@/lib/predictor/backend";
import type { Backend, Predictor } from "@/lib/predictor/predictor";
import { openPredictor } from "@/lib/predictor/registry";
import {
  architectureOf,
  blockCodes,
  largestDifference,
  reference,
  stateDict,
  type WeightsFile,
} from "./reference";

type Golden = {
  readonly architectures: readonly {
    readonly id: string;
    readonly resolution: number;
    readonly units: readonly string[][];
    readonly node_l1_by_hop: readonly number[][];
    readonly prediction: number;
  }[];
};
type Ranked = { readonly score: number; readonly layers: number; readonly config: readonly string[] };
type Variant = {
  readonly top50: readonly Ranked[];
  readonly bottom10: readonly Ranked[];
  readonly sample40: readonly Ranked[];
};
type UnitsGolden = {
  readonly units: Readonly<Record<string, { readonly count: number; readonly A_as_released: Variant }>>;
  readonly total_count: number;
};

const BACKENDS: readonly Backend[] = ["cpu", "wasm"];
const NAMES = ["mbv3_acc", "mbv3_latency_gpu", "trained_gatv2_mbv3_acc"];

/** Every sequence of two to four of the nine blocks, e outer and k inner (ALGORITHM section 7). */
function allSequences(): string[][] {
  const blocks = [3, 4, 6].flatMap((expand) => [3, 5, 7].map((kernel) => `mbconv3_e${expand}_k${kernel}`));
  const sequences: string[][] = [];
  let longer: string[][] = [[]];
  for (let length = 1; length <= 4; length++) {
    longer = longer.flatMap((sequence) => blocks.map((block) => [...sequence, block]));
    if (length > 1) sequences.push(...longer);
  }
  return sequences;
}

for (const backend of BACKENDS) {
  for (const name of NAMES) {
    const weights = reference<WeightsFile>(`weights/${name}.json`);
    const golden = reference<Golden>(`golden/${name}.json`);
    const units = reference<UnitsGolden>(`golden/units_${name}.json`);
    if (weights === null || golden === null || units === null) {
      describe.skip(`${name}: reference numbers are absent`, () => it("is skipped", () => undefined));
      continue;
    }
    describe(`${name} on ${backend}`, () => {
      let predictor: Predictor;
      beforeAll(async () => {
        expect(await start(backend)).toEqual({ backend, note: null });
        predictor = await openPredictor(checkpointFile(stateDict(weights.tensors), weights.config));
      });
      afterAll(() => predictor.dispose());

      it("predicts the 24 networks within 1e-4", async () => {
        const architectures = golden.architectures.map((of) =>
          architectureOf(of.id, of.units, of.resolution),
        );
        const predicted = (await predictor.predict(architectures)).map((interval) => interval.value);
        expect(
          largestDifference(
            predicted,
            golden.architectures.map((of) => of.prediction),
          ),
        ).toBeLessThan(1e-4);
      });

      it("gives every node its norm at every hop within 1e-4", async () => {
        for (const of of golden.architectures) {
          const norms = await predictor.nodeNorms(architectureOf(of.id, of.units, of.resolution));
          expect(largestDifference(norms.flat(), of.node_l1_by_hop.flat())).toBeLessThan(1e-4);
        }
      });

      it("scores the listed sequences of every unit within 1e-4", async () => {
        for (const [unitName, { A_as_released: variant }] of Object.entries(units.units)) {
          const listed = [...variant.top50, ...variant.bottom10, ...variant.sample40];
          const modules = listed.map((of) => sequenceModule(Number(unitName) - 1, of.config.map(blockCodes)));
          const scores = (await predictor.scoreModules(modules)).map((of) => of.score);
          expect(
            largestDifference(
              scores,
              listed.map((of) => of.score),
            ),
          ).toBeLessThan(1e-4);
        }
      });

      // The plain CPU backend takes minutes for what WASM does in seconds.
      it.skipIf(backend === "cpu")("ranks all 36,855 sequences: the top 50 of every unit", async () => {
        const sequences = allSequences();
        const modules = [0, 1, 2, 3, 4].flatMap((unit) =>
          sequences.map((sequence) => sequenceModule(unit, sequence.map(blockCodes))),
        );
        expect(modules).toHaveLength(units.total_count);
        const scores = await predictor.scoreModules(modules);
        for (const [unitName, { count, A_as_released: variant }] of Object.entries(units.units)) {
          const ofUnit = scores.filter((score) => score.unitIndex === Number(unitName) - 1);
          expect(ofUnit).toHaveLength(count);
          const best = ofUnit
            .map((score) => score.score)
            .sort((a, b) => b - a)
            .slice(0, 50);
          expect(
            largestDifference(
              best,
              variant.top50.map((of) => of.score),
            ),
          ).toBeLessThan(1e-4);
        }
      });
    });
  }
}
