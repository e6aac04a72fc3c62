import { describe, expect, it } from "vitest";
import type { Architecture, Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { normal, seededRandom } from "@/lib/core/random";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { mean } from "@/lib/core/stats";
import { createModuleError } from "@/lib/predictor/moduleError";
import { plant, plantedSpace } from "./plantedData";

const operations = enumerateOperations(plantedSpace, 100) ?? [];

/** Every module of these places. */
const modulesAt = (unitIndex: number, layers: readonly number[]): Module[] =>
  layers
    .reduce<Node[][]>((held, _) => held.flatMap((nodes) => operations.map((node) => [...nodes, node])), [[]])
    .map((nodes) => ({ unitIndex, layers, nodes }));

/** Errors of 600 rows: noise of standard deviation 0.5, and what the rows' modules are wrong by. */
function errorsOf(wrong: (architecture: Architecture) => number, seed: number) {
  const { architectures } = plant(() => 0, { seed, numRows: 600, noise: 1 }).problem;
  const random = seededRandom(seed);
  const errors = Float64Array.from(architectures, (row) => wrong(row) + 0.5 * normal(random));
  const errorOf = createModuleError(() => ({
    space: plantedSpace,
    architectures,
    errors,
    foldOf: (row) => row % 5,
  }));
  /** Operations are drawn alike often: this is the variance of the errors of all modules there. */
  const errorAt = (unitIndex: number, layers: readonly number[]): number =>
    mean(modulesAt(unitIndex, layers).map(errorOf));
  return { errorOf, errorAt };
}

describe("a predictor that is wrong by 1.5 about kernel 7 before expand 6 in unit 2, which a row in six holds", () => {
  const { errorAt, errorOf } = errorsOf(({ units }) => {
    const [first, second] = units[1] ?? [];
    return first?.[1] === 2 && second?.[0] === 1 ? 1.5 : 0;
  }, 1);

  // 2.25 * 1/6 * 5/6.
  it("has an error variance of 0.3125 there", () => {
    expect(errorAt(1, [0, 1])).toBeGreaterThan(0.25);
    expect(errorAt(1, [0, 1])).toBeLessThan(0.38);
  });

  it("has the part of it that the first layer alone tells of, 0.125, in that layer", () => {
    // Kernel 7 is wrong by 0.75 in the mean, others by 0: variance 0.5625 * 2 / 9.
    expect(errorAt(1, [0])).toBeGreaterThan(0.09);
    expect(errorAt(1, [0])).toBeLessThan(0.16);
  });

  it("has nearly none in other units", () => {
    expect(errorAt(2, [0, 1])).toBeLessThan(0.04);
    expect(errorAt(0, [0])).toBeLessThan(0.02);
  });

  it("counts all of it in a longer sequence that holds the pair", () => {
    expect(errorAt(1, [0, 1, 2])).toBeGreaterThan(0.25);
    expect(errorAt(1, [0, 1, 2])).toBeLessThan(0.45);
  });

  it("is known to be far off about the modules that hold the pair, and near the truth about others", () => {
    const modules = modulesAt(1, [0, 1]);
    const isPair = ({ nodes: [first, second] }: Module): boolean => first?.[1] === 2 && second?.[0] === 1;
    // 1.25 above the mean of all, squared, and 0.25 below it.
    const [ofPair, ofOthers] = [
      mean(modules.filter(isPair).map(errorOf)),
      mean(modules.filter((module) => !isPair(module)).map(errorOf)),
    ];
    expect(ofPair).toBeGreaterThan(1);
    expect(ofPair).toBeLessThan(1.9);
    expect(ofOthers).toBeLessThan(0.15);
  });

  it("knows nothing of nodes of graphs with edges of their own", () =>
    modulesAt(1, [0, 1]).forEach((module) => expect(errorOf({ ...module, edges: [[0, 1]] })).toBe(0)));
});

it("a predictor that is wrong by noise alone has nearly none anywhere, for three seeds", () => {
  for (const seed of [1, 2, 3]) {
    const { errorAt } = errorsOf(() => 0, seed);
    expect(errorAt(1, [0, 1])).toBeLessThan(0.03);
    expect(errorAt(1, [0])).toBeLessThan(0.01);
  }
});
