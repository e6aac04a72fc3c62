/** The modules that together make up an architecture, so that their scores can be added up. */
import { nodePlaces, numNodes, type Architecture } from "./architecture";
import { globalsModule, isGlobalsModule, sequenceModule, subgraphModule, type Module } from "./module";
import { sequenceNodes, sequenceUnits } from "./scoredUnits";
import { edgesOf, maxLength, type SearchSpace } from "./searchSpace";
import { reachingNodes, sourcesByNode } from "./subgraphs";

/**
 * Staged: its units. A chain or unit longer than `longest` and a flat table: their nodes one by one. A cell or graph:
 * itself, since what its parts are worth depends on all others; one of several cells, for every output of each, the
 * subgraph of all that reaches it. Features of the whole architecture are one more module, where there are any.
 * @param longest layers that one embedding can see: the number of hops
 */
export const coverOf = (space: SearchSpace, architecture: Architecture, longest: number): Module[] => [
  ...unitsOf(space, architecture, longest),
  ...(space.globalFeatures.length > 0 ? [globalsModule(architecture.globals)] : []),
];

function unitsOf(space: SearchSpace, architecture: Architecture, longest: number): Module[] {
  if (space.edges !== undefined || architecture.edges !== undefined)
    return architecture.units.length === 1
      ? [subgraphModule(architecture, [...Array(numNodes(architecture)).keys()])]
      : outputsOf(space, architecture, longest);
  const nodes = architecture.units.flatMap((unit, unitIndex) =>
    unit.map((node, layer): Module => ({ unitIndex, layers: [layer], nodes: [node] })),
  );
  if (space.structure === "flat") return nodes;
  return architecture.units.flatMap((_, unitIndex) => {
    const sequence = sequenceNodes(space, architecture, unitIndex);
    if (sequence.length > longest) {
      const filled = sequenceUnits(space, unitIndex);
      return nodes.filter((node) => filled.includes(node.unitIndex));
    }
    return sequence.length === 0 ? [] : [sequenceModule(unitIndex, sequence)];
  });
}

/** Whether a module is a whole architecture: a cell with all its nodes, or a graph with edges of its own and an output. */
export const isWholeArchitecture = (space: SearchSpace, module: Module): boolean =>
  space.units.length === 1 &&
  !isGlobalsModule(module) &&
  (module.edges !== undefined
    ? module.layers.length > 1 && module.layers.every((layer, index) => layer === index)
    : space.edges !== undefined &&
      module.layers.length === maxLength(space.units[0] ?? { name: "", lengths: [] }));

/** A whole architecture out of a module that is one. */
export const architectureOf = (module: Module, globals: readonly number[]): Architecture => ({
  id: "",
  units: [module.nodes],
  globals,
  ...(module.edges ? { edges: module.edges } : {}),
});

/** Rooted at every node that nothing follows, with all nodes of its unit that reach it. */
function outputsOf(space: SearchSpace, architecture: Architecture, longest: number): Module[] {
  const edges = edgesOf(space, architecture);
  const sources = sourcesByNode(edges, numNodes(architecture));
  const followed = new Set(edges.map(([source]) => source));
  return nodePlaces(architecture).flatMap((_, root) =>
    followed.has(root) ? [] : [subgraphModule(architecture, reachingNodes(root, sources, longest - 1))],
  );
}
