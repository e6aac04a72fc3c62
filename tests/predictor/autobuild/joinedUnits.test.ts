import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { sequenceModule } from "@/lib/core/module";
import { seededRandom } from "@/lib/core/random";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { mean, standardDeviation } from "@/lib/core/stats";
import { candidateSequences } from "@/lib/figures/candidates";
import { start } from "@/lib/predictor/backend";
import type { Predictor } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { restoreNamed } from "@/lib/predictor/serialise";
import { smallSettings } from "./problem";

/** ProxylessNAS: the last of six units has one layer and is scored as the end of the fifth (ALGORITHM section 7). */
const space: SearchSpace = {
  structure: "staged",
  units: [1, 2, 3, 4, 5, 6].map((number) => ({
    name: `unit ${number}`,
    lengths: number === 6 ? [1] : [2, 3, 4],
    ...(number === 5 ? { joinsNext: true } : {}),
  })),
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 4, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [],
  notation: "test",
  constants: {},
};

const random = seededRandom(9);
const below = (count: number): number => Math.floor(random() * count);
const architectures: Architecture[] = Array.from({ length: 60 }, (_, index) => ({
  id: `p${index}`,
  units: space.units.map((_, unit) =>
    Array.from({ length: unit === 5 ? 1 : 2 + below(3) }, () => [below(3), below(3)]),
  ),
  globals: [],
}));
const targets = Float64Array.from(architectures, ({ units }) =>
  units
    .flat()
    .flat()
    .reduce((a, b) => a + b, 0),
);

describe("units that are scored together", () => {
  let predictor: Predictor;
  beforeAll(async () => {
    await start("wasm");
    predictor = await fitPredictor(
      { space, architectures, targets, target: "accuracy", datasetHash: "0" },
      { ...smallSettings, numLayers: 4, epochs: 1 },
    );
  });
  afterAll(() => predictor.dispose());

  it("have 95,823 sequences, each of which gets a score at its hop", async () => {
    const modules = space.units.flatMap((_, unitIndex) =>
      sequenceLengths(space, unitIndex).flatMap(
        (length) => candidateSequences(space, [], unitIndex, length).modules,
      ),
    );
    expect(modules).toHaveLength(95_823);
    const scores = await predictor.scoreModules(modules);
    expect(scores).toHaveLength(95_823);
    expect(scores.every(({ score, hop, nodes }) => Number.isFinite(score) && hop === nodes.length - 1)).toBe(
      true,
    );
  });

  it("are scored by the last node's norm inside an architecture, and by the targets of their length together", async () => {
    const [architecture] = architectures;
    if (architecture === undefined) throw new Error("There are architectures.");
    const [fifth = [], sixth = []] = architecture.units.slice(4);
    const [scored] = await predictor.scoreModules([sequenceModule(4, [...fifth, ...sixth])]);
    const hop = fifth.length;
    const norm = (await predictor.nodeNorms(architecture))[hop]?.at(-1) ?? Number.NaN;

    const file = predictor.toFile();
    const moments = restoreNamed(file.tensors, "hopMoments");
    const alike = file.labelled.targets.filter(
      (_, row) => file.labelled.architectures[row]?.units[4]?.length === fifth.length,
    );
    const expected =
      ((norm - (moments[2 * hop] ?? 0)) / (moments[2 * hop + 1] ?? 1)) * standardDeviation(alike) +
      mean(alike);
    expect(scored?.score).toBeCloseTo(expected, 3);
    expect(scored?.support).toBe(
      file.labelled.architectures.filter(
        ({ units }) => JSON.stringify(units.slice(4)) === JSON.stringify(architecture.units.slice(4)),
      ).length,
    );
  });
});
