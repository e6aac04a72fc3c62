import { describe, expect, it } from "vitest";
import { cellArchitecture, cellSpace, stagedArchitecture, stagedSpace } from "@/lib/figures/fixtures";
import { graphLayout, longestPaths } from "@/lib/figures/graphLayout";

describe("graphLayout of units", () => {
  const layout = graphLayout(stagedSpace, stagedArchitecture);

  it("has a row a unit", () =>
    expect(layout.nodes.map(({ x, y }) => [x, y])).toEqual([
      [70, 12],
      [70, 82],
      [180, 82],
      [290, 82],
      [70, 152],
      [180, 152],
    ]));

  it("runs edges straight inside a unit and around to the next one", () => {
    expect(layout.edges.map(({ key }) => key)).toEqual(["0>1", "1>2", "2>3", "3>4", "4>5"]);
    expect(layout.edges[1]?.path).toBe("M146,102H180");
    expect(layout.edges[1]?.tip).toEqual([180, 102]);
  });

  it("ends with its nodes", () => expect([layout.width, layout.height]).toEqual([378, 204]));

  it("wraps a unit that would run off", () => {
    const flat = { ...stagedSpace, units: [{ name: "slots", lengths: [13] }] };
    const long = { id: "a", units: [Array.from({ length: 13 }, () => [0, 0])], globals: [] };
    const last = graphLayout(flat, long).nodes.at(-1);
    expect([last?.x, last?.y]).toEqual([70, 82]);
  });
});

describe("graphLayout of a cell", () => {
  it("puts a node a column after the last of its sources, columns centred", () => {
    const { nodes } = graphLayout(cellSpace, cellArchitecture);
    expect(nodes.map(({ x, y }) => [x, y])).toEqual([
      [12, 12],
      [12, 82],
      [156, 47],
      [12, 152],
      [156, 117],
      [300, 82],
    ]);
  });

  it("counts edges on the longest way", () =>
    expect(
      longestPaths(4, [
        [0, 1],
        [1, 3],
        [0, 2],
        [2, 1],
      ]),
    ).toEqual([0, 2, 1, 3]));

  it("ends on a cycle", () =>
    expect(
      longestPaths(2, [
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([0, 1]));
});
