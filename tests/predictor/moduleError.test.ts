import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { normal, seededRandom } from "@/lib/core/random";
import { createModuleError } from "@/lib/predictor/moduleError";
import { plant, plantedSpace } from "./plantedData";

/** What a module holds does not matter to how far off modules of its places are. */
const moduleAt = (unitIndex: number, layers: readonly number[]): Module => ({
  unitIndex,
  layers,
  nodes: layers.map(() => [0, 0]),
});

/** Errors of 600 rows: noise of standard deviation 0.5, and what the rows' modules are wrong by. */
function errorsOf(wrong: (architecture: Architecture) => number, seed: number) {
  const { architectures } = plant(() => 0, { seed, numRows: 600, noise: 1 }).problem;
  const random = seededRandom(seed);
  const errors = Float64Array.from(architectures, (row) => wrong(row) + 0.5 * normal(random));
  return createModuleError(() => ({ space: plantedSpace, architectures, errors, foldOf: (row) => row % 5 }));
}

describe("a predictor that is wrong by 1.5 about kernel 7 before expand 6 in unit 2, which a row in six holds", () => {
  const errorAt = errorsOf(({ units }) => {
    const [first, second] = units[1] ?? [];
    return first?.[1] === 2 && second?.[0] === 1 ? 1.5 : 0;
  }, 1);

  // 2.25 * 1/6 * 5/6.
  it("has an error variance of 0.3125 there", () => {
    expect(errorAt(moduleAt(1, [0, 1]))).toBeGreaterThan(0.25);
    expect(errorAt(moduleAt(1, [0, 1]))).toBeLessThan(0.38);
  });

  it("has the part of it that the first layer alone tells of, 0.125, in that layer", () => {
    // Kernel 7 is wrong by 0.75 in the mean, others by 0: variance 0.5625 * 2 / 9.
    expect(errorAt(moduleAt(1, [0]))).toBeGreaterThan(0.09);
    expect(errorAt(moduleAt(1, [0]))).toBeLessThan(0.16);
  });

  it("has nearly none in other units", () => {
    expect(errorAt(moduleAt(2, [0, 1]))).toBeLessThan(0.04);
    expect(errorAt(moduleAt(0, [0]))).toBeLessThan(0.02);
  });

  it("counts all of it in a longer sequence that holds the pair", () => {
    expect(errorAt(moduleAt(1, [0, 1, 2]))).toBeGreaterThan(0.25);
    expect(errorAt(moduleAt(1, [0, 1, 2]))).toBeLessThan(0.45);
  });

  it("knows nothing of nodes of graphs with edges of their own", () =>
    expect(errorAt({ ...moduleAt(1, [0, 1]), edges: [[0, 1]] })).toBe(0));
});

it("a predictor that is wrong by noise alone has nearly none anywhere, for three seeds", () => {
  for (const seed of [1, 2, 3]) {
    const errorAt = errorsOf(() => 0, seed);
    expect(errorAt(moduleAt(1, [0, 1]))).toBeLessThan(0.03);
    expect(errorAt(moduleAt(1, [0]))).toBeLessThan(0.01);
  }
});
