import { nodePlaces, type Architecture, type Edge, type Node } from "./architecture";
import { inducedEdges } from "./subgraphs";

/**
 * Anything scored: a sequence of nodes that fills a unit from its first layer (staged, chain), one node in its place,
 * or a rooted subgraph of a cell. The last node is the root, the one whose embedding is read.
 */
export type Module = {
  readonly unitIndex: number;
  /** Layers of the unit that the nodes take, the root last; 0..n-1 for a sequence. */
  readonly layers: readonly number[];
  /** One node per entry of `layers`. */
  readonly nodes: readonly Node[];
  /** Between `nodes`, as positions in that list; only where architectures bring edges of their own. */
  readonly edges?: readonly Edge[];
};

/**
 * A module with its importance in units of the target, the 90 % interval of it, and how many labelled architectures
 * hold the module.
 */
export type ModuleScore = Module & {
  readonly hop: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly support: number;
};

/** A sequence that fills a unit from its first layer. */
export const sequenceModule = (unitIndex: number, nodes: readonly Node[]): Module => ({
  unitIndex,
  layers: nodes.map((_, layerIndex) => layerIndex),
  nodes,
});

/**
 * Nodes of an architecture with the edges between them, where it brings its own. Nodes of other units than the root's
 * are left out: a module lies in one unit.
 * @param nodeIndexes over all nodes of the architecture, the root last
 */
export function subgraphModule(architecture: Architecture, nodeIndexes: readonly number[]): Module {
  const places = nodePlaces(architecture);
  const unitIndex = places[nodeIndexes.at(-1) ?? 0]?.unitIndex ?? 0;
  const held = nodeIndexes.filter((node) => places[node]?.unitIndex === unitIndex);
  const layers = held.flatMap((node) => places[node]?.layerIndex ?? []);
  const unit = architecture.units[unitIndex] ?? [];
  return {
    unitIndex,
    layers,
    nodes: layers.flatMap((layer) => [unit[layer] ?? []]),
    ...(architecture.edges ? { edges: inducedEdges(held, architecture.edges) } : {}),
  };
}

/** Stands where a module has its unit: the features of the whole architecture are in no unit. */
const GLOBALS = -1;

/** The features of a whole architecture as one more module of it. */
export const globalsModule = (globals: readonly number[]): Module => ({
  unitIndex: GLOBALS,
  layers: [0],
  nodes: [globals],
});

export const isGlobalsModule = ({ unitIndex }: Module): boolean => unitIndex === GLOBALS;

/** Equal for two modules exactly when they put the same nodes into the same layers of the same unit. */
export const moduleKey = (module: Module): string =>
  `${module.unitIndex}:${module.layers.map((layer, index) => `${layer}=${module.nodes[index]?.join(",") ?? ""}`).join(";")}` +
  (module.edges ? `@${module.edges.map((edge) => edge.join(">")).join(" ")}` : "");

/** Whether the architecture's unit is exactly this sequence, or holds these nodes in these layers (cells). */
export function holdsModule(architecture: Architecture, module: Module, wholeUnit: boolean): boolean {
  const unit = isGlobalsModule(module) ? [architecture.globals] : architecture.units[module.unitIndex];
  if (!unit || (wholeUnit && unit.length !== module.nodes.length)) return false;
  return module.layers.every((layer, index) => {
    const node = unit[layer];
    const wanted = module.nodes[index];
    return node !== undefined && wanted !== undefined && node.every((code, i) => code === wanted[i]);
  });
}
