import { describe, expect, it } from "vitest";
import { toArchitecture } from "@/lib/builder/legality";
import { draftOf } from "@/lib/builder/draft";
import type { Architecture } from "@/lib/core/architecture";
import { linkedEdges } from "@/lib/core/linkedEdges";
import { seededRandom } from "@/lib/core/random";
import { operationsOf } from "@/lib/core/search/operations";
import { crossed, wholeRegion } from "@/lib/core/search/region";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { genotypes } from "../../builder/genotypes";
import { cellSpace } from "../../builder/spaces";
import { stagedSpace } from "./spaces";

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const isLegal = (space: SearchSpace, architecture: Architecture): boolean =>
  toArchitecture(space, draftOf(architecture), "") !== null;

describe("the whole space", () => {
  it("draws every architecture as often as any other: long units are most", () => {
    const random = seededRandom(1);
    const region = wholeRegion(stagedSpace, operationsOf(stagedSpace, []), [], []);
    const lengths = draws(2_000, () => region.random(random).units[0]?.length);
    // 216 sequences of three layers, 36 of two.
    expect(lengths.filter((length) => length === 3).length / 2_000).toBeCloseTo(216 / 252, 1);
  });

  it("has only legal children of legal parents", () => {
    const random = seededRandom(2);
    for (const space of [stagedSpace, cellSpace]) {
      const rows = [
        { id: "", units: [[[0], [1], [0]]], globals: [] },
        { id: "", units: [[[1], [0], [1]]], globals: [] },
      ];
      const region = wholeRegion(space, operationsOf(space, rows), [], []);
      for (let draw = 0; draw < 200; draw++) {
        const child = crossed(space, region.random(random), region.random(random), random);
        expect(isLegal(space, region.mutated(child, random))).toBe(true);
      }
    }
  });

  it("gives changed genotypes the edges that their nodes say", () => {
    const { space, architectures } = genotypes;
    const random = seededRandom(3);
    const region = wholeRegion(space, operationsOf(space, architectures), architectures, []);
    const drawn = draws(100, () => region.random(random));
    expect(new Set(drawn.map(({ units }) => JSON.stringify(units))).size).toBeGreaterThan(50);
    for (const one of drawn) {
      expect(one.edges).toEqual(linkedEdges(space, one.units));
      expect(isLegal(space, one)).toBe(true);
    }
  });

  it("leaves alone what a graph begins and ends with, and its edges", () => {
    const space: SearchSpace = {
      structure: "graph",
      units: [{ name: "cell", lengths: [4] }],
      nodeFeatures: [{ name: "op", kind: "categorical", values: ["input", "conv", "pool", "output"] }],
      globalFeatures: [],
      notation: "archset",
      constants: {},
    };
    const edges = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    const graph = (a: number, b: number): Architecture => ({
      id: "",
      units: [[[0], [a], [b], [3]]],
      globals: [],
      edges,
    });
    const random = seededRandom(4);
    const rows = [graph(1, 1), graph(2, 2)];
    const region = wholeRegion(space, operationsOf(space, rows), rows, []);
    const drawn = draws(50, () => region.random(random));
    expect(new Set(drawn.map(({ units }) => units.flat(2).join(""))).size).toBe(4);
    for (const one of drawn) {
      expect([one.units[0]?.[0], one.units[0]?.[3], one.edges]).toEqual([[0], [3], edges]);
    }
  });
});
