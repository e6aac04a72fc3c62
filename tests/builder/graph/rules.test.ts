import { describe, expect, it } from "vitest";
import { deadNodes, graphRules, hasFreeEdges } from "@/lib/builder/graph/rules";
import { genotypes } from "../genotypes";
import { stagedSpace } from "../spaces";
import { INPUT, nodeCells, OUTPUT, plainGraphs } from "./graphs";

describe("the rules that all graphs of a dataset keep", () => {
  it("NAS-Bench-101: input first, output last, forward edges, the most edges of any row", () =>
    expect(nodeCells.rules).toEqual({
      input: INPUT,
      output: OUTPUT,
      maxEdges: 5,
      forward: true,
      acyclic: true,
      singleInput: false,
      oneSource: true,
      oneSink: true,
      allowsDead: false,
    }));

  it("plain graphs: no operation is an end, and one row has an edge to an earlier node", () =>
    expect(plainGraphs.rules).toEqual({
      input: null,
      output: null,
      maxEdges: 4,
      forward: false,
      acyclic: true,
      singleInput: false,
      oneSource: true,
      oneSink: true,
      allowsDead: false,
    }));

  it("takes a stated number of edges instead of the rows' most", () =>
    expect(graphRules(nodeCells.dataset.space, nodeCells.dataset.architectures, 9)?.maxEdges).toBe(9));

  it("a row with a dead node makes dead nodes legal", () => {
    const [first] = nodeCells.dataset.architectures;
    const { space } = nodeCells.dataset;
    const withDead = { units: first?.units ?? [], edges: [[0, 1], [0, 2], [1, 3]] as const }; // prettier-ignore
    expect(graphRules(space, [withDead])?.allowsDead).toBe(true);
  });

  it("there are none where nodes name their inputs, where there are no graphs, and without rows", () => {
    expect(hasFreeEdges(genotypes.space)).toBe(false);
    expect(graphRules(genotypes.space, genotypes.architectures)).toBeNull();
    expect(graphRules(stagedSpace, [])).toBeNull();
    expect(graphRules(nodeCells.dataset.space, [])).toBeNull();
  });
});

describe("dead nodes", () => {
  it("are on no way from the input to the output", () =>
    expect(deadNodes({ input: [1], output: [2] }, 5, [[0, 1], [1, 4], [2, 3], [0, 3]])).toEqual([2, 3])); // prettier-ignore

  it("without ends of their own, every node of a graph without cycles is alive", () =>
    expect(deadNodes({ input: null, output: null }, 4, [[0, 1], [2, 3]])).toEqual([])); // prettier-ignore
});
