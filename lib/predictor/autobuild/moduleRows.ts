import type { Node, NodePlace } from "../../core/architecture";
import type { Module } from "../../core/module";
import type { SearchSpace } from "../../core/searchSpace";
import type { PlacedNode } from "./columns";
import { modulePlan, type ModulePlan } from "./modulePlan";

/** Rows of one hop, each made of rows of the hop before: its own and those of its sources. */
export type HopRows = { readonly own: number[]; readonly sources: number[][] };

/**
 * Modules as rows, hop by hop. What a node is at a hop depends on nothing but what it and its sources were at the hop
 * before, so that nodes which have seen the same share a row: the 36,855 sequences of MobileNetV3 need 32,805 rows at
 * hop 3, and some 10,000 at the hops before it together.
 */
export type ModuleRows = {
  /** The rows of hop 0. */
  readonly nodes: readonly PlacedNode[];
  /** Hops from 1 on. */
  readonly hops: readonly HopRows[];
  /** Hop and row at which each module is read. */
  readonly roots: readonly { readonly hop: number; readonly row: number }[];
};

/** Rows of modules taken out of their architectures. */
export function moduleRows(
  space: SearchSpace,
  modules: readonly Module[],
  globals: readonly number[],
  lastHop: number,
): ModuleRows {
  const first = createFirstRows(globals);
  const later = Array.from({ length: lastHop }, createHopRows);
  const plans = new Map<string, ModulePlan>();
  const roots = modules.map((module) => {
    const edges = module.edges?.map((edge) => edge.join(">")).join() ?? "";
    const shape = `${module.unitIndex}:${module.layers.join()}@${edges}`;
    const plan = plans.get(shape) ?? modulePlan(space, module, lastHop);
    plans.set(shape, plan);
    let rows = plan.places.map((place, index) => first.rowOf(place, module.nodes[index] ?? []));
    plan.hops.forEach((steps, index) => {
      const next: number[] = [];
      for (const { node, sources } of steps)
        next[node] = later[index]?.rowOf(rows[node] as number, sources, rows) as number;
      rows = next;
    });
    return { hop: plan.hops.length, row: rows[rows.length - 1] as number };
  });
  const numHops = roots.reduce((most, { hop }) => Math.max(most, hop), 0);
  return { nodes: first.nodes, hops: later.slice(0, numHops).map(({ rows }) => rows), roots };
}

/** Rows of hop 0, one for each node in its place. */
function createFirstRows(globals: readonly number[]) {
  const nodes: PlacedNode[] = [];
  const seen = new Map<string, number>();
  // Candidates share their nodes, so that most are known by identity and need no text.
  const known = new Map<NodePlace, Map<Node, number>>();
  return {
    nodes,
    rowOf(place: NodePlace, codes: Node): number {
      const here = known.get(place) ?? new Map<Node, number>();
      known.set(place, here);
      const same = here.get(codes);
      if (same !== undefined) return same;
      const key = `${place.unitIndex}.${place.layerIndex}=${codes.join()}`;
      const row = seen.get(key) ?? nodes.push({ ...place, codes, globals }) - 1;
      seen.set(key, row);
      here.set(codes, row);
      return row;
    },
  };
}

/** More rows than any hop has: two of them make one exact number. */
const MOST_ROWS = 2 ** 26;

/** Rows of a later hop, one for each combination of rows of the hop before. */
function createHopRows() {
  const rows: HopRows = { own: [], sources: [] };
  const seen = new Map<number | string, number>();
  return {
    rows,
    /** @param sources nodes that send messages, whose rows at the hop before are `before[source]` */
    rowOf(own: number, sources: readonly number[], before: readonly number[]): number {
      const [source] = sources;
      const key =
        sources.length === 1 && source !== undefined
          ? own * MOST_ROWS + (before[source] as number)
          : `${own}<${sources.map((one) => before[one]).join()}`;
      const known = seen.get(key);
      if (known !== undefined) return known;
      const row = rows.own.push(own) - 1;
      rows.sources.push(sources.map((one) => before[one] as number));
      seen.set(key, row);
      return row;
    },
  };
}
