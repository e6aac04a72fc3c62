import type { Architecture, Node } from "../../core/architecture";
import { moduleKey, type Module } from "../../core/module";
import { enumerateOperations, maxLength, type SearchSpace } from "../../core/searchSpace";
import type { Candidates } from "../sequenceRanking";

/** The nodes of a module from one position in it up to, not including, another. */
const slice = (module: Module, from: number, to: number): Module => ({
  unitIndex: module.unitIndex,
  layers: module.layers.slice(from, to),
  nodes: module.nodes.slice(from, to),
});

/**
 * A module and all of its parts, the largest first. A sequence splits into all its subsequences, each in its own place;
 * a subgraph into its nodes.
 */
export function partsOf(module: Module, isSequence: boolean): Module[] {
  const count = module.nodes.length;
  if (!isSequence && count > 1) return [module, ...module.nodes.map((_, at) => slice(module, at, at + 1))];
  return Array.from({ length: count }, (_, step) => count - step).flatMap((size) =>
    Array.from({ length: count - size + 1 }, (_, from) =>
      size === count ? module : slice(module, from, from + size),
    ),
  );
}

/** Every choice of operations for the places of a module; null where there are more than `limit`. */
export function samePlaces(module: Module, operations: readonly Node[], limit: number): Module[] | null {
  if (operations.length ** module.layers.length > limit) return null;
  let choices: Node[][] = [[]];
  for (const _layer of module.layers)
    choices = choices.flatMap((start) => operations.map((operation) => [...start, operation]));
  return choices.map((nodes) => ({ ...module, nodes }));
}

/**
 * Every sequence of this many layers behind each other, wherever in the unit it begins; only those that architectures
 * hold where there are more than `limit`.
 */
export function candidateWindows(
  space: SearchSpace,
  architectures: readonly Pick<Architecture, "units">[],
  unitIndex: number,
  size: number,
  limit: number,
): Candidates {
  const unit = space.units[unitIndex];
  const numStarts = Math.max(0, (unit === undefined ? 0 : maxLength(unit)) - size + 1);
  const places = Array.from({ length: numStarts }, (_, from): Module => ({
    unitIndex,
    layers: Array.from({ length: size }, (_layer, step) => from + step),
    nodes: [],
  }));
  const operations = enumerateOperations(space, limit);
  if (operations !== null && numStarts * operations.length ** size <= limit)
    return {
      modules: places.flatMap((place) => samePlaces(place, operations, limit) ?? []),
      exhaustive: true,
    };
  const found = new Map<string, Module>();
  for (const { units } of architectures)
    for (const place of places) {
      const nodes = place.layers.flatMap((layer) => {
        const node = units[unitIndex]?.[layer];
        return node === undefined ? [] : [node];
      });
      const module = { ...place, nodes };
      if (nodes.length === size && found.size < limit) found.set(moduleKey(module), module);
    }
  return { modules: [...found.values()], exhaustive: false };
}

export type SplitCell = {
  readonly module: Module;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

export type SplitLayout = {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly SplitCell[];
};

export const SPLIT_ROW_HEIGHT = 46;
const GAP = 4;

/**
 * The whole on top and its parts below, each under the layers that it takes.
 * @param parts from partsOf, the whole first
 */
export function splitLayout(parts: readonly Module[], cellWidth: number): SplitLayout {
  const [whole] = parts;
  if (whole === undefined) return { width: 0, height: 0, cells: [] };
  const sizes = [...new Set(parts.map(({ layers }) => layers.length))];
  // Rows of overlapping parts: a part goes below the one before it where both take a layer.
  let y = 0;
  const cells = sizes.flatMap((size) => {
    const ofSize = parts.filter(({ layers }) => layers.length === size);
    const numRows = Math.min(size, ofSize.length);
    const top = y;
    y += numRows * SPLIT_ROW_HEIGHT;
    return ofSize.map((module, index): SplitCell => {
      const from = whole.layers.indexOf(module.layers[0] ?? 0);
      return {
        module,
        x: from * cellWidth,
        y: top + (index % numRows) * SPLIT_ROW_HEIGHT,
        width: size * cellWidth - GAP,
      };
    });
  });
  return { width: whole.layers.length * cellWidth, height: y, cells };
}
