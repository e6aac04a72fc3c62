import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { coverOf } from "@/lib/core/cover";
import { sequenceModule, type Module } from "@/lib/core/module";
import { seededRandom, shuffled } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { Embedded } from "@/lib/predictor/combined/embedModules";
import { readOutValue } from "@/lib/predictor/combined/readOut";
import { fitScoreTable, readOutOf, type ScoreTable } from "@/lib/predictor/combined/scoreTable";

const NUM_HOPS = 3;
const space: SearchSpace = {
  structure: "staged",
  units: [
    { name: "unit 1", lengths: [1, 2] },
    { name: "unit 2", lengths: [2, 3] },
    { name: "unit 3", lengths: [2] },
  ],
  nodeFeatures: [{ name: "operation", kind: "categorical", values: ["a", "b", "c"] }],
  globalFeatures: [],
  notation: "test",
  constants: {},
};

/** One place of three for each of up to three layers, 1 where the operation stands there, and the 1 that counts. */
const embedded = ({ layers, nodes }: Module): Embedded => {
  const values = new Float32Array(10);
  nodes.forEach(([code = 0], index) => (values[3 * (layers[index] ?? 0) + code] = 1));
  values[9] = 1;
  return { hop: layers.length - 1, values };
};
const embed = async (modules: readonly Module[]): Promise<Embedded[]> => modules.map(embedded);

/** Unit u adds (u + 1) times the sum of its operations, and 0.5 a layer. */
const unitWorth = ({ unitIndex, nodes }: Module): number =>
  nodes.reduce((sum, [code = 0]) => sum + (unitIndex + 1) * code + 0.5, 0);
const worth = (architecture: Architecture): number =>
  coverOf(space, architecture, NUM_HOPS).reduce((sum, module) => sum + unitWorth(module), 70);

const random = seededRandom(3);
const below = (count: number): number => Math.floor(random() * count);
const architectures: Architecture[] = Array.from({ length: 600 }, () => ({
  id: "",
  units: [1 + below(2), 2 + below(2), 2].map((length) => Array.from({ length }, () => [below(3)])),
  globals: [],
}));
/** The whole predictor knows the truth, a member says half of it. */
const taught = (of: readonly Architecture[]) => ({
  architectures: of,
  values: [Float64Array.from(of, worth), Float64Array.from(of, (one) => worth(one) / 2)],
});
const fit = (of: readonly Architecture[]) =>
  fitScoreTable(space, taught(of), embed, NUM_HOPS, async () => {});
const table = await fit(architectures);

function part(of: ScoreTable, module: Module, output = 0): number {
  const { hop, values } = embedded(module);
  const readOut = readOutOf(of, module, hop);
  return readOut ? readOutValue(readOut, output, values, 0) : NaN;
}
const total = (architecture: Architecture, output: number): number =>
  coverOf(space, architecture, NUM_HOPS).reduce(
    (sum, module) => sum + part(table, module, output),
    table.centre[output] ?? NaN,
  );
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("read-outs of a truth that is a sum over units", () => {
  it("add up to it over an architecture's units, within 0.02 where it goes from 73 to 101", () =>
    architectures.forEach((architecture) =>
      expect(Math.abs(total(architecture, 0) - worth(architecture))).toBeLessThan(0.02),
    ));

  it("add up to what the member says at the member's output", () =>
    architectures.forEach((architecture) =>
      expect(Math.abs(total(architecture, 1) - worth(architecture) / 2)).toBeLessThan(0.02),
    ));

  it("have mean zero at every unit over what they were taught, and the mean of all as their centre", () => {
    const [all, halves] = taught(architectures).values.map((values) => mean([...values]));
    expect(table.centre[0]).toBeCloseTo(all ?? NaN, 2);
    expect(table.centre[1]).toBeCloseTo(halves ?? NaN, 2);
    for (const [unitIndex] of space.units.entries()) {
      const parts = architectures.map(({ units }) =>
        part(table, sequenceModule(unitIndex, units[unitIndex] ?? [])),
      );
      expect(mean(parts)).toBeCloseTo(0, 5);
    }
  });

  it("tell modules of one unit apart by what they are worth, of the same and of other lengths", () => {
    const between = (a: Module, b: Module): number => part(table, a) - part(table, b);
    // Unit 2: two operations more, each worth 2; unit 1: a layer more of operation b, worth 1 + 0.5.
    expect(between(sequenceModule(1, [[2], [1]]), sequenceModule(1, [[0], [1]]))).toBeCloseTo(4, 1);
    expect(between(sequenceModule(0, [[1], [1]]), sequenceModule(0, [[1]]))).toBeCloseTo(1.5, 1);
  });

  it("say the same whatever the order of what they were taught, within 0.02", async () => {
    const other = await fit(shuffled(architectures, seededRandom(9)));
    architectures.forEach((architecture) =>
      coverOf(space, architecture, NUM_HOPS).forEach((module) =>
        expect(Math.abs(part(other, module) - part(table, module))).toBeLessThan(0.02),
      ),
    );
  });

  it("tell a module inside a unit from another by what its nodes are worth there", () => {
    const last = (code: number): Module => ({ unitIndex: 2, layers: [1], nodes: [[code]] });
    expect(part(table, last(2)) - part(table, last(0))).toBeCloseTo(6, 0);
  });

  it("are missing for a module that nobody had a like of", () =>
    expect(readOutOf(table, sequenceModule(2, [[0], [0], [0], [0]]), 3)).toBeNull());

  it("stop where a step is refused", async () => {
    const stop = async (): Promise<void> => {
      throw new Error("enough");
    };
    await expect(fitScoreTable(space, taught(architectures), embed, NUM_HOPS, stop)).rejects.toThrow(
      "enough",
    );
  });
});
