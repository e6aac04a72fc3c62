import { chainEdges, type Architecture } from "../../core/architecture";
import type { Module } from "../../core/module";
import { sequenceLengths, sequencePlaces } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import type { PlacedNode } from "./columns";
import { sourcesOf } from "./neighbours";

/** Modules as rows of one big graph, so that many are embedded at once. */
export type ModuleRows = {
  readonly nodes: readonly PlacedNode[];
  /** Sources of each row, as rows. */
  readonly sources: readonly (readonly number[])[];
  /** Row and hop at which each module is read. */
  readonly roots: readonly { readonly row: number; readonly hop: number }[];
};

/** Whether modules of several nodes are sequences along a chain and not subgraphs of fixed edges. */
export const isSequential = (space: SearchSpace): boolean =>
  space.edges === undefined && space.structure !== "graph" && space.structure !== "cell";

/** Whether a module is all of its unit, so that the unit's length decides what it is compared with. */
export const fillsUnit = (space: SearchSpace, module: Module): boolean =>
  isSequential(space) &&
  module.layers.every((layer, index) => layer === index) &&
  sequenceLengths(space, module.unitIndex).includes(module.layers.length);

/**
 * Rows of modules taken out of their architectures. Sequences that begin alike share the rows of what they have in
 * common: on a chain a node sees only what stands before it, and 36,855 sequences of MobileNetV3 have 36,900 rows
 * instead of 139,000. A sequence is read at hop length - 1, a subgraph at the hop at which its root sees all of it,
 * and no module beyond the last hop.
 */
export function moduleRows(
  space: SearchSpace,
  modules: readonly Module[],
  globals: readonly number[],
  lastHop: number,
): ModuleRows {
  const nodes: PlacedNode[] = [];
  const sources: number[][] = [];
  const roots: { row: number; hop: number }[] = [];
  const rowOfPrefix = new Map<string, number>();
  for (const module of modules) {
    if (isSequential(space)) {
      let prefix = `${module.unitIndex}`;
      let before: number | null = null;
      module.layers.forEach((layerIndex, index) => {
        const codes = module.nodes[index] ?? [];
        prefix += `|${layerIndex}=${codes.join(",")}`;
        let row = rowOfPrefix.get(prefix);
        if (row === undefined) {
          row = nodes.length;
          rowOfPrefix.set(prefix, row);
          nodes.push({ unitIndex: module.unitIndex, layerIndex, codes, globals });
          sources.push(before === null ? [] : [before]);
        }
        before = row;
      });
      if (before !== null) roots.push({ row: before, hop: Math.min(module.layers.length - 1, lastHop) });
      continue;
    }
    const first = nodes.length;
    const list = inducedSources(space, module);
    module.layers.forEach((layerIndex, index) => {
      nodes.push({ unitIndex: module.unitIndex, layerIndex, codes: module.nodes[index] ?? [], globals });
      sources.push((list[index] ?? []).map((source) => first + source));
    });
    roots.push({
      row: nodes.length - 1,
      hop: Math.min(eccentricity(list, module.layers.length - 1), lastHop),
    });
  }
  return { nodes, sources, roots };
}

/** Sources of a module's nodes among themselves; in a chain of own edges none is known beyond the order of layers. */
function inducedSources(space: SearchSpace, module: Module): number[][] {
  const offset = space.units
    .slice(0, module.unitIndex)
    .reduce((sum, unit) => sum + (unit.lengths[unit.lengths.length - 1] ?? 0), 0);
  const position = new Map(module.layers.map((layer, index) => [offset + layer, index]));
  const edges = space.edges ?? chainEdges(offset + Math.max(...module.layers, 0) + 1);
  return sourcesOf(
    module.layers.length,
    edges.flatMap(([source, target]) => {
      const [from, to] = [position.get(source), position.get(target)];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}

/** Hops that the root needs to see every node that reaches it. */
function eccentricity(sources: readonly (readonly number[])[], root: number): number {
  const seen = new Set([root]);
  let front = [root];
  for (let hop = 0; ; hop++) {
    front = [...new Set(front.flatMap((node) => sources[node] ?? []))].filter((node) => !seen.has(node));
    if (front.length === 0) return hop;
    front.forEach((node) => seen.add(node));
  }
}

/**
 * Features of the whole architecture under which modules are scored: the commonest codes among the labelled rows, or
 * the last value of each feature where there are none (the published code scores at the largest resolution).
 */
export function typicalGlobals(space: SearchSpace, architectures: readonly Architecture[]): number[] {
  return space.globalFeatures.map((feature, index) => {
    const counts = new Map<number, number>();
    for (const { globals } of architectures) {
      const code = globals[index];
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    if (commonest) return commonest[0];
    const last = feature.values.length - 1;
    return feature.kind === "continuous" ? Number(feature.values[last] ?? 0) : last;
  });
}
