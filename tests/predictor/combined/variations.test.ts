import { describe, expect, it } from "vitest";
import { ABSENT, type Architecture } from "@/lib/core/architecture";
import { seededRandom } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { createVariations } from "@/lib/predictor/combined/variations";

const NUM_DRAWN = 400;
const draw = (space: SearchSpace, labelled: readonly Architecture[], seed = 5): Architecture[] => {
  const random = seededRandom(seed);
  const vary = createVariations(space, labelled);
  return Array.from({ length: NUM_DRAWN }, () => vary(random));
};
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

describe("variations of staged architectures", () => {
  const space: SearchSpace = {
    structure: "staged",
    units: [
      { name: "unit 1", lengths: [1, 2] },
      { name: "unit 2", lengths: [3] },
    ],
    nodeFeatures: [
      { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
      { name: "expand", kind: "ordinal", values: [3, 4, 6] },
    ],
    globalFeatures: [{ name: "resolution", kind: "ordinal", values: [160, 192, 224] }],
    notation: "test",
    constants: {},
  };
  // Kernel 7 (code 2) was never measured, and layer 2 of unit 1 only with kernel 5 (code 1).
  const labelled: Architecture[] = [
    {
      id: "a",
      units: [
        [[0, 0]],
        [
          [0, 1],
          [1, 2],
          [0, 0],
        ],
      ],
      globals: [0],
    },
    {
      id: "b",
      units: [
        [
          [1, 2],
          [1, 1],
        ],
        [
          [1, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      globals: [2],
    },
  ];
  const drawn = draw(space, labelled);

  it("have legal lengths, each of a unit's about as often", () => {
    const lengths = drawn.map(({ units }) => units.map((unit) => unit.length));
    expect(distinct(lengths.map(String))).toEqual(["1,3", "2,3"]);
    const numShort = lengths.filter(([first]) => first === 1).length;
    expect(numShort).toBeGreaterThan(0.4 * NUM_DRAWN);
    expect(numShort).toBeLessThan(0.6 * NUM_DRAWN);
  });

  it("have at each place nodes of values seen there: all mixtures of them, and no others", () => {
    const at = (unitIndex: number, layer: number) =>
      distinct(drawn.flatMap(({ units }) => units[unitIndex]?.[layer]?.join() ?? []));
    expect(at(0, 0)).toEqual(["0,0", "0,2", "1,0", "1,2"]);
    expect(at(0, 1)).toEqual(["1,1"]);
    expect(at(1, 0)).toEqual(["0,0", "0,1", "1,0", "1,1"]);
    expect(at(1, 2)).toEqual(["0,0"]);
  });

  it("have the resolution of a measured one, and no id", () => {
    expect(distinct(drawn.map(({ globals }) => globals.join()))).toEqual(["0", "2"]);
    expect(distinct(drawn.map(({ id }) => id))).toEqual([""]);
  });

  it("hold architectures that nobody measured", () => {
    const known = labelled.map(({ units }) => JSON.stringify(units));
    expect(drawn.some(({ units }) => !known.includes(JSON.stringify(units)))).toBe(true);
  });

  it("draw at a layer that nobody measured what stands elsewhere in the unit", () => {
    const longer = { ...space, units: [{ name: "unit 1", lengths: [3] }, ...space.units.slice(1)] };
    const third = distinct(draw(longer, labelled).map(({ units }) => units[0]?.[2]?.join() ?? ""));
    expect(third).toContain("1,1");
    third.forEach((node) => expect(node).toMatch(/^[01],[012]$/));
  });

  it("repeat themselves with the same seed, and not with another", () => {
    expect(draw(space, labelled)).toEqual(drawn);
    expect(draw(space, labelled, 6)).not.toEqual(drawn);
  });
});

describe("variations where features belong to some operations only", () => {
  // A kernel belongs to a convolution, a kind to a pooling; a stride to both.
  const space: SearchSpace = {
    structure: "chain",
    units: [{ name: "chain", lengths: [1] }],
    nodeFeatures: [
      { name: "operation", kind: "categorical", values: ["conv", "pool"] },
      { name: "kernel", kind: "ordinal", values: [3, 5] },
      { name: "kind", kind: "categorical", values: ["max", "mean"] },
      { name: "stride", kind: "ordinal", values: [1, 2] },
    ],
    globalFeatures: [],
    notation: "test",
    constants: {},
  };
  const of = (...nodes: readonly number[][]): Architecture[] =>
    nodes.map((node) => ({ id: "", units: [[node]], globals: [] }));
  const drawn = draw(space, of([0, 0, ABSENT, 0], [0, 1, ABSENT, 1], [1, ABSENT, 0, 0], [1, ABSENT, 1, 1]));
  const parts = (places: readonly number[]) =>
    distinct(drawn.map(({ units }) => places.map((place) => units[0]?.[0]?.[place]).join()));

  it("keep those features together, as they were seen in one node", () =>
    expect(parts([1, 2])).toEqual(["-1,0", "-1,1", "0,-1", "1,-1"]));

  it("mix a feature that every operation has", () =>
    expect(parts([1, 2, 3])).toEqual([
      "-1,0,0",
      "-1,0,1",
      "-1,1,0",
      "-1,1,1",
      "0,-1,0",
      "0,-1,1",
      "1,-1,0",
      "1,-1,1",
    ]));

  it("give no operation the features of another", () =>
    expect(parts([0, 1])).toEqual(["0,0", "0,1", "1,-1"]));
});

describe("variations of architectures with edges of their own", () => {
  const space: SearchSpace = {
    structure: "graph",
    units: [{ name: "graph", lengths: [3, 4] }],
    nodeFeatures: [{ name: "operation", kind: "categorical", values: ["input", "conv", "pool", "output"] }],
    globalFeatures: [],
    notation: "test",
    constants: {},
  };
  const line: Architecture = {
    id: "line",
    units: [[[0], [1], [3]]],
    globals: [],
    edges: [
      [0, 1],
      [1, 2],
    ],
  };
  const fork: Architecture = {
    id: "fork",
    units: [[[0], [2], [2], [3]]],
    globals: [],
    edges: [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
  };
  const drawn = draw(space, [line, fork]);

  it("keep the edges and the size of one that was measured", () =>
    expect(
      distinct(drawn.map(({ units, edges }) => `${units[0]?.length}: ${JSON.stringify(edges)}`)),
    ).toEqual(["3: [[0,1],[1,2]]", "4: [[0,1],[0,2],[1,3],[2,3]]"]));

  it("change inner nodes only, to inner nodes that were seen", () => {
    const operations = (size: number) =>
      distinct(drawn.flatMap(({ units: [unit = []] }) => (unit.length === size ? unit.join("") : [])));
    expect(operations(3)).toEqual(["013", "023"]);
    expect(operations(4)).toEqual(["0113", "0123", "0213", "0223"]);
  });

  it("leave the measured ones as they are, and one without inner nodes unchanged", () => {
    expect(line.units).toEqual([[[0], [1], [3]]]);
    const pair: Architecture = { id: "pair", units: [[[0], [3]]], globals: [], edges: [[0, 1]] };
    expect(distinct(draw(space, [pair]).map((of) => JSON.stringify(of.units)))).toEqual(["[[[0],[3]]]"]);
  });
});
