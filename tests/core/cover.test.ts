import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { architectureOf, coverOf, isWholeArchitecture } from "@/lib/core/cover";
import { moduleKey, sequenceModule, subgraphModule } from "@/lib/core/module";
import type { SearchSpace, Structure, UnitSpace } from "@/lib/core/searchSpace";

const spaceOf = (structure: Structure, units: readonly UnitSpace[]): SearchSpace => ({
  structure,
  units,
  nodeFeatures: [{ name: "operation", kind: "categorical", values: ["a", "b", "c", "d", "e"] }],
  globalFeatures: [],
  notation: "test",
  constants: {},
});
const architecture = (...units: number[][]): Architecture => ({
  id: "x",
  units: units.map((codes) => codes.map((code) => [code])),
  globals: [],
});
const node = (unitIndex: number, layer: number, code: number) => ({
  unitIndex,
  layers: [layer],
  nodes: [[code]],
});

describe("the cover of a staged architecture", () => {
  const units = [
    { name: "unit 1", lengths: [0, 2] },
    { name: "unit 2", lengths: [1, 3] },
  ];

  it("is its units, each a sequence", () =>
    expect(coverOf(spaceOf("staged", units), architecture([0, 1], [2, 3, 4]), 3)).toEqual([
      sequenceModule(0, [[0], [1]]),
      sequenceModule(1, [[2], [3], [4]]),
    ]));

  it("has the features of the whole architecture as one more module, where there are any", () => {
    const space: SearchSpace = {
      ...spaceOf("staged", units),
      globalFeatures: [{ name: "resolution", kind: "ordinal", values: [160, 224] }],
    };
    const cover = coverOf(space, { ...architecture([], [2]), globals: [1] }, 3);
    expect(cover).toEqual([sequenceModule(1, [[2]]), { unitIndex: -1, layers: [0], nodes: [[1]] }]);
  });

  it("has nothing for a unit without layers", () =>
    expect(coverOf(spaceOf("staged", units), architecture([], [2]), 3)).toEqual([sequenceModule(1, [[2]])]));

  it("has the nodes one by one of a unit that no hop sees all of, and only of it", () =>
    expect(coverOf(spaceOf("staged", units), architecture([0, 1], [2, 3, 4]), 2)).toEqual([
      sequenceModule(0, [[0], [1]]),
      node(1, 0, 2),
      node(1, 1, 3),
      node(1, 2, 4),
    ]));

  it("has one sequence of two units where the first goes on through the next", () => {
    const joined = [
      { name: "unit 1", lengths: [2], joinsNext: true },
      { name: "unit 2", lengths: [1] },
    ];
    expect(coverOf(spaceOf("staged", joined), architecture([0, 1], [2]), 5)).toEqual([
      sequenceModule(0, [[0], [1], [2]]),
    ]);
  });

  it("has every node once where such a sequence is too long for one embedding", () => {
    const joined = [
      { name: "unit 1", lengths: [2], joinsNext: true },
      { name: "unit 2", lengths: [1] },
    ];
    expect(coverOf(spaceOf("staged", joined), architecture([0, 1], [2]), 2)).toEqual([
      node(0, 0, 0),
      node(0, 1, 1),
      node(1, 0, 2),
    ]);
  });
});

describe("the cover of other architectures without edges of their own", () => {
  const chain = spaceOf("chain", [{ name: "chain", lengths: [2, 4] }]);

  it("of a short chain is the chain", () =>
    expect(coverOf(chain, architecture([3, 4]), 3)).toEqual([sequenceModule(0, [[3], [4]])]));

  it("of a chain longer than any embedding sees is its nodes", () =>
    expect(coverOf(chain, architecture([0, 1, 2, 3]), 3)).toEqual([
      node(0, 0, 0),
      node(0, 1, 1),
      node(0, 2, 2),
      node(0, 3, 3),
    ]));

  it("of a flat table is its columns, however few", () =>
    expect(coverOf(spaceOf("flat", [{ name: "columns", lengths: [2] }]), architecture([4, 0]), 5)).toEqual([
      node(0, 0, 4),
      node(0, 1, 0),
    ]));

  it("of a cell is the cell, without edges, which its space says", () => {
    const cell: SearchSpace = {
      ...spaceOf("cell", [{ name: "cell", lengths: [3] }]),
      edges: [
        [0, 2],
        [1, 2],
      ],
    };
    const [whole, ...others] = coverOf(cell, architecture([2, 1, 0]), 2);
    expect(whole).toEqual({ unitIndex: 0, layers: [0, 1, 2], nodes: [[2], [1], [0]] });
    expect(others).toEqual([]);
    expect(whole && isWholeArchitecture(cell, whole)).toBe(true);
  });
});

describe("the cover of an architecture with edges of its own", () => {
  const graph = spaceOf("graph", [{ name: "graph", lengths: [2, 3] }]);
  const own: Architecture = {
    ...architecture([0, 1, 2]),
    edges: [
      [0, 1],
      [0, 2],
    ],
  };

  it("is itself with all nodes and edges", () =>
    expect(coverOf(graph, own, 2)).toEqual([
      {
        unitIndex: 0,
        layers: [0, 1, 2],
        nodes: [[0], [1], [2]],
        edges: [
          [0, 1],
          [0, 2],
        ],
      },
    ]));

  const cells = spaceOf("graph", [
    { name: "normal", lengths: [3] },
    { name: "reduce", lengths: [2] },
  ]);
  // Nodes 1 and 2 of the first cell and node 4, the second of the other, are followed by nothing.
  const two: Architecture = {
    ...architecture([0, 1, 2], [3, 4]),
    edges: [
      [0, 1],
      [0, 2],
      [3, 4],
    ],
  };

  it("of several cells is every output with all of its cell that reaches it", () =>
    expect(coverOf(cells, two, 4)).toEqual([
      { unitIndex: 0, layers: [0, 1], nodes: [[0], [1]], edges: [[0, 1]] },
      { unitIndex: 0, layers: [0, 2], nodes: [[0], [2]], edges: [[0, 1]] },
      { unitIndex: 1, layers: [0, 1], nodes: [[3], [4]], edges: [[0, 1]] },
    ]));

  it("reaches back only as far as the last hop sees", () => {
    const line: Architecture = {
      ...architecture([0, 1, 2], [3, 4]),
      edges: [
        [0, 1],
        [1, 2],
        [3, 4],
      ],
    };
    expect(coverOf(cells, line, 2)).toEqual([
      { unitIndex: 0, layers: [1, 2], nodes: [[1], [2]], edges: [[0, 1]] },
      { unitIndex: 1, layers: [0, 1], nodes: [[3], [4]], edges: [[0, 1]] },
    ]);
  });
});

describe("modules with edges", () => {
  const graph: Architecture = {
    ...architecture([0, 1, 2, 3]),
    edges: [
      [0, 1],
      [1, 3],
      [2, 3],
    ],
  };

  it("keep the edges between their nodes as positions in their list of nodes", () =>
    expect(subgraphModule(graph, [1, 2, 3])).toEqual({
      unitIndex: 0,
      layers: [1, 2, 3],
      nodes: [[1], [2], [3]],
      edges: [
        [0, 2],
        [1, 2],
      ],
    }));

  it("leave nodes of other units than the root's out, and their edges", () => {
    const two: Architecture = {
      ...architecture([0, 1], [2, 3]),
      edges: [
        [1, 3],
        [2, 3],
      ],
    };
    expect(subgraphModule(two, [1, 2, 3])).toEqual({
      unitIndex: 1,
      layers: [0, 1],
      nodes: [[2], [3]],
      edges: [[0, 1]],
    });
  });

  it("have another key with other edges and with none", () => {
    const module = subgraphModule(graph, [1, 2, 3]);
    const { unitIndex, layers, nodes } = module;
    expect(moduleKey(module)).toBe("0:1=1;2=2;3=3@0>2 1>2");
    expect(moduleKey({ unitIndex, layers, nodes })).toBe("0:1=1;2=2;3=3");
    expect(moduleKey({ ...module, edges: [[0, 1]] })).toBe("0:1=1;2=2;3=3@0>1");
  });
});

describe("a whole architecture", () => {
  const cell: SearchSpace = {
    ...spaceOf("cell", [{ name: "cell", lengths: [3] }]),
    edges: [
      [0, 2],
      [1, 2],
    ],
  };
  const graph = spaceOf("graph", [{ name: "graph", lengths: [2, 3] }]);

  it("is a cell with all of its nodes, not one with some", () => {
    expect(isWholeArchitecture(cell, { unitIndex: 0, layers: [0, 1, 2], nodes: [[0], [1], [2]] })).toBe(true);
    expect(isWholeArchitecture(cell, { unitIndex: 0, layers: [0, 2], nodes: [[0], [2]] })).toBe(false);
  });

  it("is a graph from its first node on without a gap, not a node alone", () => {
    const edges = [[0, 1]] as const;
    expect(isWholeArchitecture(graph, { unitIndex: 0, layers: [0, 1], nodes: [[0], [1]], edges })).toBe(true);
    expect(isWholeArchitecture(graph, { unitIndex: 0, layers: [0, 2], nodes: [[0], [2]], edges })).toBe(
      false,
    );
    expect(isWholeArchitecture(graph, { unitIndex: 0, layers: [0], nodes: [[0]], edges: [] })).toBe(false);
  });

  it("is no unit of a staged space, and no chain", () => {
    const staged = spaceOf("staged", [
      { name: "unit 1", lengths: [2] },
      { name: "unit 2", lengths: [2] },
    ]);
    expect(isWholeArchitecture(staged, sequenceModule(0, [[0], [1]]))).toBe(false);
    expect(
      isWholeArchitecture(spaceOf("chain", [{ name: "chain", lengths: [2] }]), sequenceModule(0, [[0], [1]])),
    ).toBe(false);
  });

  it("comes back from its module, with its edges where it brought some", () => {
    const nodes = [[0], [1], [2]];
    expect(architectureOf({ unitIndex: 0, layers: [0, 1, 2], nodes }, [224])).toEqual({
      id: "",
      units: [nodes],
      globals: [224],
    });
    expect(architectureOf({ unitIndex: 0, layers: [0, 1, 2], nodes, edges: [[0, 2]] }, [])).toEqual({
      id: "",
      units: [nodes],
      globals: [],
      edges: [[0, 2]],
    });
  });
});
