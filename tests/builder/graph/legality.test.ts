import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/builder/edits";
import { edgeChoices, graphChoices } from "@/lib/builder/graph/choices";
import { edgeIssue, graphFault, graphIssues, operationIssue } from "@/lib/builder/graph/legality";
import { startGraph } from "@/lib/builder/graph/start";
import { draftIssues, toArchitecture } from "@/lib/builder/legality";
import { parseLocks } from "@/lib/builder/locks";
import type { Edge } from "@/lib/core/architecture";
import { CONV, INPUT, nodeCells, OUTPUT, plainGraphs, POOL } from "./graphs";

const { first, rules, dataset } = nodeCells;
const { space } = dataset;
const withEdges = (...edges: Edge[]) => ({ ...first, edges });

describe("why an edge cannot come", () => {
  const open = withEdges([0, 1], [1, 3]);

  it.each([
    [[0, 1], "it is there already"],
    [[1, 1], "a node cannot read itself"],
    [[2, 0], "nothing goes into the input"],
    [[3, 2], "nothing follows the output"],
    [[2, 1], "edges of this space run forward, and node 3 stands after node 2"],
    [[0, 9], "there is no such node"],
    [[0, 2], null],
  ] as const)("%j: %s", (edge, reason) => expect(edgeIssue(rules, open, edge)).toBe(reason));

  it("as many edges as any row has are enough", () =>
    expect(edgeIssue(rules, first, [0, 3])).toBe("a graph has at most 5 edges"));

  it("an edge back is legal where rows have some, but never a cycle", () => {
    const graph = plainGraphs.first;
    expect(edgeIssue(plainGraphs.rules, graph, [0, 1])).toBeNull();
    expect(edgeIssue(plainGraphs.rules, graph, [1, 0])).toBe("it would close a cycle");
  });

  it("a second input is refused where no row has one", () =>
    expect(edgeIssue({ ...rules, singleInput: true }, open, [2, 3])).toBe(
      "node 4 has an input, and no measured node has two",
    ));
});

describe("what a graph lacks", () => {
  it("nothing, as read", () => {
    expect(graphIssues(space, rules, first)).toEqual([]);
    expect(toArchitecture(space, first, "mine", rules)).not.toBeNull();
  });

  it("names dead nodes where no row has any, and takes them where one has", () => {
    const draft = withEdges([0, 1], [1, 3]);
    expect(graphIssues(space, rules, draft)).toEqual(["node 3 is on no way from beginning to end"]);
    expect(toArchitecture(space, draft, "mine", rules)).toBeNull();
    expect(graphIssues(space, { ...rules, allowsDead: true }, draft)).toEqual([]);
  });

  it("says that nothing comes through", () =>
    expect(graphIssues(space, rules, withEdges([0, 1], [0, 2]))).toEqual([
      "there is no way from the input to the output",
    ]));

  it("says where a graph of one beginning has two", () =>
    expect(
      graphIssues(plainGraphs.dataset.space, plainGraphs.rules, { ...plainGraphs.first, edges: [[2, 1]] }),
    ).toEqual([
      // prettier-ignore
      "nodes 1 and 3 have nothing before them; only one node may",
      "nodes 1 and 2 have nothing after them; only one node may",
    ]));

  it("says what an address cannot bring in: a cycle, an edge back, too many edges", () => {
    expect(graphFault(space, rules, withEdges([2, 1]))).toBe(
      "the edge from node 3 to node 2: edges of this space run forward, and node 3 stands after node 2",
    );
    expect(draftIssues(space, withEdges([0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]), rules)).toEqual([
      { unitIndex: null, message: "a graph has at most 5 edges, and this one has 6" },
    ]);
  });

  it("inputs and outputs stand where they belong", () => {
    expect(operationIssue(space, rules, first, 1, INPUT)).toBe("input only stands first");
    expect(operationIssue(space, rules, first, 1, OUTPUT)).toBe("output only stands last");
    expect(operationIssue(space, rules, first, 0, CONV)).toBe("the first node is always input");
    expect(operationIssue(space, rules, first, 3, POOL)).toBe("the last node is always output");
    expect(operationIssue(space, rules, first, 1, POOL)).toBeNull();
  });
});

describe("what can be done from a node", () => {
  const choices = (layerIndex: number, locked: string | null = null) =>
    graphChoices(space, rules, first, parseLocks(locked, space), { unitIndex: 0, layerIndex });
  const told = (list: ReturnType<typeof choices>["edges"]) =>
    list.map(({ label, reason }) => [label, reason]);

  it("every edge with another node goes or comes, or says why not", () =>
    expect(told(choices(0).edges)).toEqual([
      ["Disconnect 1 → 2", null],
      ["Disconnect 1 → 3", null],
      ["Connect 1 → 4", "a graph has at most 5 edges"],
    ]));

  it("nodes come on and beside edges and go, or say why not", () =>
    expect(told(choices(1).nodes)).toEqual([
      ["Add a node on 2 → 3", "a graph has at most 5 edges"],
      ["Add a node on 2 → 4", "a graph has at most 5 edges"],
      ["Add a node beside 2 → 3", "a graph has at most 5 edges"],
      ["Add a node beside 2 → 4", "a graph has at most 5 edges"],
      ["Remove node 2, joining its neighbours", null],
      ["Remove node 2 with its edges", null],
    ]));

  it("ends and locked nodes stay", () => {
    expect(told(choices(0).nodes).slice(-1)).toEqual([["Remove node 1 with its edges", "every graph begins with its input"]]); // prettier-ignore
    expect(told(choices(3).nodes)).toEqual([
      ["Remove node 4, joining its neighbours", "every graph ends with its output"],
      ["Remove node 4 with its edges", "every graph ends with its output"],
    ]);
    expect(told(choices(1, "1.2").nodes).slice(-1)).toEqual([["Remove node 2 with its edges", "it is locked"]]); // prettier-ignore
  });

  it("an edge goes, or takes a node", () =>
    expect(told(edgeChoices(space, { ...rules, maxEdges: 6 }, first, [1, 3]))).toEqual([
      ["Disconnect 2 → 4", null],
      ["Add a node on 2 → 4", null],
      ["Add a node beside 2 → 4", "a graph has at most 6 edges"],
    ]));

  it("nothing can be done at an edge that is not there", () =>
    expect(edgeChoices(space, rules, first, [0, 3])).toEqual([]));

  it("shows the draft after it, which the edit then makes", () => {
    const [removal] = choices(1).edges.filter(({ label }) => label === "Disconnect 1 → 2");
    expect(removal?.after?.edges).toEqual([[0, 2], [1, 2], [1, 3], [2, 3]]); // prettier-ignore
    expect(removal && applyEdit(space, first, removal.edit)).toEqual(removal?.after);
  });

  it("no node comes where the space has no longer graphs", () => {
    const longest = dataset.architectures[3];
    const draft = { units: longest?.units ?? [], globals: [], edges: longest?.edges ?? [] };
    const { nodes } = graphChoices(space, rules, draft, new Set(), { unitIndex: 0, layerIndex: 3 });
    expect(nodes[0]?.reason).toBe("cell has at most 5 nodes");
  });
});

describe("a new graph", () => {
  it("is the shortest of the space, from input to output", () =>
    expect(startGraph(space, rules)).toEqual({ units: [[INPUT, OUTPUT]], globals: [], edges: [[0, 1]] }));

  it("has open nodes where there are no ends", () =>
    expect(startGraph(plainGraphs.dataset.space, plainGraphs.rules)).toEqual({
      units: [[null, null, null]],
      globals: [],
      edges: [[0, 1], [1, 2]], // prettier-ignore
    }));
});
