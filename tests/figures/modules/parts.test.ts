import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { cellArchitecture, cellSpace, stagedArchitecture, stagedSpace } from "@/lib/figures/fixtures";
import { candidateWindows, partsOf, samePlaces, splitLayout } from "@/lib/figures/modules/parts";

const three = sequenceModule(1, [
  [0, 0],
  [0, 1],
  [1, 2],
]);

describe("partsOf", () => {
  it("splits a sequence into all its subsequences in their places, the whole first", () => {
    const parts = partsOf(three, true);
    expect(parts[0]).toBe(three);
    expect(parts.map(({ layers }) => layers)).toEqual([[0, 1, 2], [0, 1], [1, 2], [0], [1], [2]]);
    expect(parts[2]?.nodes).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("splits a subgraph into its nodes", () =>
    expect(partsOf({ unitIndex: 0, layers: [0, 1, 5], nodes: [[1], [2], [3]] }, false)).toHaveLength(4));

  it("leaves one node as it is", () => expect(partsOf(sequenceModule(0, [[0, 0]]), true)).toHaveLength(1));
});

describe("samePlaces", () => {
  it("puts every operation in every place", () =>
    expect(
      samePlaces(sequenceModule(0, [[0], [0]]), [[0], [1]], 4)?.map(({ nodes }) => nodes.flat()),
    ).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]));

  it("is null beyond its limit", () => expect(samePlaces(three, [[0], [1]], 7)).toBeNull());
});

describe("candidateWindows", () => {
  it("begin at every layer that leaves room", () => {
    const { modules, exhaustive } = candidateWindows(stagedSpace, [], 1, 2, 1_000);
    expect(exhaustive).toBe(true);
    expect(modules).toHaveLength(2 * 36);
    expect(modules.at(-1)).toEqual({
      unitIndex: 1,
      layers: [1, 2],
      nodes: [
        [1, 2],
        [1, 2],
      ],
    });
  });

  it("are those that architectures hold where there are too many", () => {
    const { modules, exhaustive } = candidateWindows(stagedSpace, [stagedArchitecture], 1, 2, 71);
    expect([modules.length, exhaustive]).toEqual([2, false]);
    expect(candidateWindows(cellSpace, [cellArchitecture], 0, 7, 10).modules).toEqual([]);
  });
});

it("the layout puts each part under the layers that it takes, overlapping ones below each other", () => {
  const { cells, width, height } = splitLayout(partsOf(three, true), 80);
  expect([width, height]).toEqual([240, 4 * 46]);
  expect(cells.map(({ x, y, width: wide }) => [x, y, wide])).toEqual([
    [0, 0, 236],
    [0, 46, 156],
    [80, 92, 156],
    [0, 138, 76],
    [80, 138, 76],
    [160, 138, 76],
  ]);
});
