import type { Node } from "../../core/architecture";
import { encodeModule } from "../../core/moduleCode";
import type { Module, ModuleScore } from "../../core/module";
import { layerName, maxLength, operationKey, type SearchSpace } from "../../core/searchSpace";
import { hasSequences } from "../candidates";
import { isUncertain, isUnseen, meanScore } from "../evidence";
import { synergies, type Synergy } from "./synergy";

/** Two places of a unit of which the first passes its message to the second. */
export type PairPlace = {
  readonly unitIndex: number;
  readonly layers: readonly [first: number, second: number];
  /** `layer 1 → layer 2`, `0->1 → 1->2` */
  readonly label: string;
};

/**
 * Neighbouring places: layers behind each other, or what an edge of the space joins. None where every architecture has
 * edges of its own and where columns of a table have no order.
 */
export function pairPlaces(space: SearchSpace): PairPlace[] {
  if (space.structure === "flat") return [];
  if (hasSequences(space))
    return space.units.flatMap((unit, unitIndex) =>
      Array.from({ length: Math.max(0, maxLength(unit) - 1) }, (_, layer) =>
        pairPlace(space, unitIndex, layer, layer + 1),
      ),
    );
  const places = space.units.flatMap((unit, unitIndex) =>
    Array.from({ length: maxLength(unit) }, (_, layerIndex) => ({ unitIndex, layerIndex })),
  );
  return (space.edges ?? []).flatMap(([source, target]) => {
    const [from, to] = [places[source], places[target]];
    if (from === undefined || to === undefined || from.unitIndex !== to.unitIndex) return [];
    return [pairPlace(space, from.unitIndex, from.layerIndex, to.layerIndex)];
  });
}

function pairPlace(space: SearchSpace, unitIndex: number, first: number, second: number): PairPlace {
  const unit = space.units[unitIndex];
  const name = (layer: number) => (unit === undefined ? "" : layerName(unit, layer));
  return { unitIndex, layers: [first, second], label: `${name(first)} → ${name(second)}` };
}

/** Every operation in the first place with every one in the second. */
export const pairModules = ({ unitIndex, layers }: PairPlace, operations: readonly Node[]): Module[] =>
  operations.flatMap((first) => operations.map((second) => ({ unitIndex, layers, nodes: [first, second] })));

export type PairCell = {
  /** The module's text (see moduleCode). */
  readonly key: string;
  readonly module: Module;
  readonly evidence: ModuleScore;
  /** Score minus the mean of all pairs of the two places. */
  readonly effect: number;
  readonly synergy: Synergy | null;
  readonly unseen: boolean;
  readonly uncertain: boolean;
  /** Operation in the first place. */
  readonly rowIndex: number;
  /** Operation in the second place. */
  readonly columnIndex: number;
};

export type PairMatrix = { readonly mean: number; readonly cells: readonly PairCell[] };

/** Scores of pairModules as a matrix. */
export function pairMatrix(operations: readonly Node[], scores: readonly ModuleScore[]): PairMatrix {
  const indexes = new Map(operations.map((operation, index) => [operationKey(operation), index]));
  const mean = meanScore(scores);
  const beyond = synergies(scores);
  const cells = scores.flatMap((evidence, index): PairCell[] => {
    const rowIndex = indexes.get(operationKey(evidence.nodes[0] ?? []));
    const columnIndex = indexes.get(operationKey(evidence.nodes[1] ?? []));
    if (rowIndex === undefined || columnIndex === undefined) return [];
    const module = { unitIndex: evidence.unitIndex, layers: evidence.layers, nodes: evidence.nodes };
    return [
      {
        key: encodeModule(module),
        module,
        evidence,
        effect: evidence.score - mean,
        synergy: beyond[index] ?? null,
        unseen: isUnseen(evidence),
        uncertain: isUncertain(evidence, mean),
        rowIndex,
        columnIndex,
      },
    ];
  });
  return { mean, cells };
}
