import { describe, expect, it } from "vitest";
import { chainEdges } from "@/lib/core/architecture";
import { chooseRoots, rootedSubgraphs } from "@/lib/core/subgraphs";
import { reference } from "./reference";

type SubgraphCase = {
  readonly id: string;
  readonly hops: number;
  readonly function: string;
  readonly args: {
    readonly k?: number;
    readonly q?: number;
    readonly m?: number;
    readonly ids?: readonly number[];
  };
  readonly scores: readonly number[];
  readonly result: readonly {
    readonly id: number;
    readonly node_list: readonly number[];
    readonly score: number;
  }[];
};

const golden = reference<{ cases: readonly SubgraphCase[] }>("golden/subgraphs.json");

function rootsOf({ scores, args }: SubgraphCase): readonly number[] {
  if (args.k !== undefined) return chooseRoots(scores, { by: "count", count: args.k });
  if (args.q !== undefined) return chooseRoots(scores, { by: "quantile", quantile: args.q });
  if (args.m !== undefined) return chooseRoots(scores, { by: "deviations", deviations: args.m });
  return args.ids ?? [];
}

describe.skipIf(golden === null)("k-hop subgraphs against the reference", () => {
  it.each(golden?.cases ?? [])("$id, $hops hops, $function", (of) => {
    const edges = chainEdges(of.scores.length);
    expect(
      rootedSubgraphs(edges, of.scores, rootsOf(of), of.hops).map(({ root, nodes, score }) => ({
        id: root,
        node_list: nodes,
        score,
      })),
    ).toEqual(of.result);
  });
});
