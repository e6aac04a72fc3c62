import { chainEdges, type NodePlace } from "../../core/architecture";
import { isGlobalsModule, type Module } from "../../core/module";
import { sequenceLengths, sequencePlaces } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import { sourcesOf } from "./neighbours";

/** One node to be brought to the next hop, and who sends it messages; both count the module's nodes. */
export type PlanStep = { readonly node: number; readonly sources: readonly number[] };

/** How modules of one shape are embedded: where their nodes sit, and what each hop needs for the root to be read. */
export type ModulePlan = {
  readonly places: readonly NodePlace[];
  /** Steps of hops from 1 to the one at which the root is read. */
  readonly hops: readonly (readonly PlanStep[])[];
};

/** Whether modules of several nodes are sequences along a chain and not subgraphs of fixed edges. */
export const isSequential = (space: SearchSpace): boolean =>
  space.edges === undefined && space.structure !== "graph" && space.structure !== "cell";

/** Whether a module is all of its unit, so that the unit's length decides what it is compared with. */
export const fillsUnit = (space: SearchSpace, module: Module): boolean =>
  isSequential(space) &&
  !isGlobalsModule(module) &&
  module.layers.every((layer, index) => layer === index) &&
  sequenceLengths(space, module.unitIndex).includes(module.layers.length);

/**
 * The plan of a module's shape. A sequence is read at hop length - 1, a subgraph at the hop at which its root, the
 * last node, sees all of it, and no module beyond the last hop.
 */
export function modulePlan(space: SearchSpace, module: Module, lastHop: number): ModulePlan {
  const { unitIndex, layers } = module;
  const root = layers.length - 1;
  const sources = isSequential(space)
    ? layers.map((_, index) => (index === 0 ? [] : [index - 1]))
    : inducedSources(space, module);
  const readAt = Math.min(eccentricity(sources, root), lastHop);
  const hops: PlanStep[][] = [];
  // Backwards from the root: a hop needs the nodes of the next one and what sends to them.
  let wanted = new Set([root]);
  for (let hop = readAt; hop > 0; hop--) {
    hops.unshift([...wanted].map((node) => ({ node, sources: sources[node] ?? [] })));
    wanted = new Set([...wanted, ...[...wanted].flatMap((node) => sources[node] ?? [])]);
  }
  const places = fillsUnit(space, module)
    ? sequencePlaces(space, unitIndex, layers.length)
    : layers.map((layerIndex) => ({ unitIndex, layerIndex }));
  return { places, hops };
}

/** Sources of a module's nodes among themselves: by the module's own edges, else by those of the space. */
function inducedSources(space: SearchSpace, module: Module): number[][] {
  if (module.edges) return sourcesOf(module.layers.length, module.edges);
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
