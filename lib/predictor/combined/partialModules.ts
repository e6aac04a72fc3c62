import { nodePlaces, numNodes, type Architecture } from "../../core/architecture";
import { subgraphModule, type Module } from "../../core/module";
import { edgesOf, type SearchSpace } from "../../core/searchSpace";
import { reachingNodes, sourcesByNode } from "../../core/subgraphs";
import { isSequential } from "../autobuild/modulePlan";

/** Roots looked at in one graph: graphs of hundreds of nodes come too. */
const MOST_ROOTS = 8;

/**
 * Modules of an architecture by their root and hop: a node with what stands before it in its unit, or with what
 * reaches it over at most so many edges. A hop that adds nothing gives the module of the hop before.
 */
export function createModulesByRoot(
  space: SearchSpace,
  architecture: Architecture,
): (root: number, hop: number) => Module {
  const places = nodePlaces(architecture);
  const sources = isSequential(space)
    ? null
    : sourcesByNode(edgesOf(space, architecture), numNodes(architecture));
  return (root, hop) => {
    if (sources) return subgraphModule(architecture, reachingNodes(root, sources, hop));
    const { unitIndex, layerIndex } = places[root] ?? { unitIndex: 0, layerIndex: 0 };
    const unit = architecture.units[unitIndex] ?? [];
    const first = Math.max(0, layerIndex - hop);
    const layers = Array.from({ length: layerIndex - first + 1 }, (_, index) => first + index);
    return { unitIndex, layers, nodes: unit.slice(first, layerIndex + 1) };
  };
}

/** Every node of an architecture hop by hop, as modules that may be scored. */
export function partialModules(space: SearchSpace, architecture: Architecture, numHops: number): Module[] {
  const count = numNodes(architecture);
  const stride = isSequential(space) ? 1 : Math.ceil(count / MOST_ROOTS);
  const longest = space.structure === "flat" ? 1 : numHops;
  const moduleAt = createModulesByRoot(space, architecture);
  return Array.from({ length: Math.ceil(count / stride) }, (_, step) => step * stride).flatMap((root) => {
    const modules: Module[] = [];
    for (let hop = 0; hop < longest; hop++) {
      const module = moduleAt(root, hop);
      if (module.layers.length === modules.at(-1)?.layers.length) break;
      modules.push(module);
    }
    return modules;
  });
}
