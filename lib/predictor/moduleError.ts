import type { Architecture, Node } from "../core/architecture";
import { isGlobalsModule, type Module } from "../core/module";
import { sequenceNodes } from "../core/scoredUnits";
import { maxLength, operationKey, type SearchSpace } from "../core/searchSpace";
import { mean } from "../core/stats";
import { expectedSquare, leastZero, meansHolding, pairsHolding, pooled } from "./rowPairs";

/** Measured rows, and how far off a predictor was that had seen none of the row's fold. */
export type UnseenRows = {
  readonly space: SearchSpace;
  readonly architectures: readonly Architecture[];
  /** Predicted minus measured on the latent scale, shape [architectures]. */
  readonly errors: Float64Array;
  readonly foldOf: (row: number) => number;
};

/** The expected square of what a predictor gets wrong about a module, on the latent scale; 0 where no two rows tell. */
export type ModuleError = (module: Module) => number;

/**
 * What a predictor says of its own sureness supposes that it can express the truth. Where it can't (two operations that
 * do something only together, to a model that nearly adds up), its intervals are too narrow whatever the number of
 * rows. So the error is measured: two rows of a fold that hold the same module are wrong about it in the same way, and
 * in nothing else that they share more than other rows do. The mean product of their errors, less that of rows which
 * hold different modules, estimates the variance of the module's own error without a bias; measurement noise, which no
 * two rows share, drops out (the variance component of a nested-error model: Battese, Harter & Fuller 1988; an area's
 * effect beside the model, Fay & Herriot 1979). Few rows hold the same three or four nodes, so that of longer modules
 * is put together from places and neighbouring pairs of places: pairs, less the places that two pairs share.
 *
 * Few modules may have most of that variance: those that hold what the predictor cannot express. So each module's error
 * is what is expected of it given its place's variance and the mean error of the rows that hold it, both as a square.
 * @param unseen asked for when a first module is scored
 */
export function createModuleError(unseen: () => UnseenRows): ModuleError {
  const made: { errorAt?: PlaceError } = {};
  return (module) => {
    // Nodes of graphs with edges of their own are in no place that other graphs have too.
    if (isGlobalsModule(module) || module.edges) return 0;
    const errorAt = (made.errorAt ??= createPlaceError(unseen()));
    const { unitIndex, layers, nodes } = module;
    const parts = layers.map((layer, index) => ({ layer, node: nodes[index] ?? [] }));
    const at = (held: typeof parts): number =>
      errorAt(
        unitIndex,
        held.map(({ layer }) => layer),
        held.map(({ node }) => node),
      );
    if (parts.length === 1) return at(parts);
    const pairs = parts.slice(1).map((part, index) => at([...parts.slice(index, index + 1), part]));
    const shared = parts.slice(1, -1).map((part) => at([part]));
    return Math.max(sum(pairs) - sum(shared), ...pairs);
  };
}

/** The same for what one layer of a unit holds, or two. */
type PlaceError = (unitIndex: number, layers: readonly number[], nodes: readonly Node[]) => number;

function createPlaceError({ space, architectures, errors, foldOf }: UnseenRows): PlaceError {
  const noise = mean(errors.map((error) => error ** 2));
  const at = remembered((unitIndex, layers) => {
    const content = (row: number) => contentAt(space, architectures[row], unitIndex, layers);
    return { pairs: pairsHolding(content, errors, foldOf), means: meansHolding(content, errors) };
  });
  /** Over all places of a kind, which a place that few rows tell of is like. */
  const everywhere = (layersFrom: (first: number) => number[]): number => {
    const size = layersFrom(0).length;
    const places = space.units.flatMap((unit, unitIndex) =>
      Array.from(
        { length: Math.max(0, maxLength(unit) + 1 - size) },
        (_, first) => at(unitIndex, layersFrom(first)).pairs,
      ),
    );
    return leastZero(pooled(places), noise);
  };
  const usualOfOne = everywhere((first) => [first]);
  const usualOfTwo = everywhere((first) => [first, first + 1]);
  const varianceAt = remembered((unitIndex, layers) =>
    leastZero(at(unitIndex, layers).pairs, noise, layers.length === 1 ? usualOfOne : usualOfTwo),
  );
  return (unitIndex, layers, nodes) =>
    expectedSquare(varianceAt(unitIndex, layers), noise, at(unitIndex, layers).means.get(contentOf(nodes)));
}

function remembered<T>(answer: (unitIndex: number, layers: readonly number[]) => T) {
  const known = new Map<string, T>();
  return (unitIndex: number, layers: readonly number[]): T => {
    const key = `${unitIndex}:${layers.join()}`;
    const found = known.get(key) ?? answer(unitIndex, layers);
    known.set(key, found);
    return found;
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What an architecture holds at layers of a unit or of a sequence that begins with it; null where it is too short. */
function contentAt(
  space: SearchSpace,
  architecture: Architecture | undefined,
  unitIndex: number,
  layers: readonly number[],
): string | null {
  if (architecture === undefined) return null;
  const sequence = sequenceNodes(space, architecture, unitIndex);
  const nodes = sequence.length > 0 ? sequence : (architecture.units[unitIndex] ?? []);
  const held = layers.flatMap((layer): Node[] => {
    const node = nodes[layer];
    return node ? [node] : [];
  });
  return held.length === layers.length ? contentOf(held) : null;
}

const contentOf = (nodes: readonly Node[]): string => nodes.map(operationKey).join(";");
