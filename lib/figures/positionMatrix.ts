import type { Architecture, Node } from "../core/architecture";
import { encodeModule } from "../core/moduleCode";
import type { Module, ModuleScore } from "../core/module";
import {
  enumerateOperations,
  maxLength,
  operationKey,
  operationLabel,
  type SearchSpace,
} from "../core/searchSpace";
import { isUncertain, isUnseen, meanScore } from "./evidence";

/** More rows than this nobody reads; the most frequent operations stay. */
export const MAX_OPERATIONS = 64;

export type PositionCell = {
  /** The module's text (see moduleCode), unique in the figure. */
  readonly key: string;
  readonly module: Module;
  readonly evidence: ModuleScore;
  /** Score minus the mean of all cells of the unit. */
  readonly effect: number;
  readonly unseen: boolean;
  readonly uncertain: boolean;
  readonly columnIndex: number;
  readonly rowIndex: number;
};

export type PositionMatrix = {
  /** One a layer, unit after unit. */
  readonly columns: readonly { readonly unitIndex: number; readonly layerIndex: number }[];
  readonly rows: readonly { readonly operation: Node; readonly label: string }[];
  readonly cells: readonly PositionCell[];
  /** Mean score of the cells of each unit, the middle of its colours. */
  readonly unitMeans: readonly number[];
};

/** Operations worth a row, and how many rarer ones were left out. */
export type ShownOperations = { readonly operations: readonly Node[]; readonly numOmitted: number };

/** All operations the space allows where they fit, else the observed ones, most frequent kept, in code order. */
export function shownOperations(
  space: Pick<SearchSpace, "nodeFeatures">,
  architectures: readonly Pick<Architecture, "units">[],
): ShownOperations {
  const legal = enumerateOperations(space, MAX_OPERATIONS);
  if (legal !== null) return { operations: legal, numOmitted: 0 };
  const counts = new Map<string, { node: Node; count: number }>();
  for (const { units } of architectures)
    for (const node of units.flat()) {
      const known = counts.get(operationKey(node));
      if (known === undefined) counts.set(operationKey(node), { node, count: 1 });
      else known.count++;
    }
  const kept = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MAX_OPERATIONS);
  return {
    operations: kept.map(({ node }) => node).sort(compareNodes),
    numOmitted: counts.size - kept.length,
  };
}

/** One module a cell: every operation alone in every place. */
export function positionModules(space: Pick<SearchSpace, "units">, operations: readonly Node[]): Module[] {
  return space.units.flatMap((unit, unitIndex) =>
    Array.from({ length: maxLength(unit) }, (_, layerIndex) =>
      operations.map((node) => ({ unitIndex, layers: [layerIndex], nodes: [node] })),
    ).flat(),
  );
}

/**
 * Scores of positionModules as a matrix. Effects are relative to the unit's mean, because scores are shifted to the
 * targets of each unit and differ between units for that reason alone.
 */
export function positionMatrix(
  space: Pick<SearchSpace, "units" | "nodeFeatures">,
  operations: readonly Node[],
  scores: readonly ModuleScore[],
): PositionMatrix {
  const columns = space.units.flatMap((unit, unitIndex) =>
    Array.from({ length: maxLength(unit) }, (_, layerIndex) => ({ unitIndex, layerIndex })),
  );
  const columnIndexes = new Map(
    columns.map((column, index) => [`${column.unitIndex}.${column.layerIndex}`, index]),
  );
  const rowIndexes = new Map(operations.map((operation, index) => [operationKey(operation), index]));
  const unitMeans = space.units.map((_, unitIndex) =>
    meanScore(scores.filter((score) => score.unitIndex === unitIndex)),
  );
  const cells = scores.flatMap((evidence): PositionCell[] => {
    const columnIndex = columnIndexes.get(`${evidence.unitIndex}.${evidence.layers[0] ?? -1}`);
    const rowIndex = rowIndexes.get(operationKey(evidence.nodes[0] ?? []));
    if (columnIndex === undefined || rowIndex === undefined) return [];
    const mean = unitMeans[evidence.unitIndex] ?? NaN;
    const module = { unitIndex: evidence.unitIndex, layers: evidence.layers, nodes: evidence.nodes };
    return [
      {
        key: encodeModule(module),
        module,
        evidence,
        effect: evidence.score - mean,
        unseen: isUnseen(evidence),
        uncertain: isUncertain(evidence, mean),
        columnIndex,
        rowIndex,
      },
    ];
  });
  const rows = operations.map((operation) => ({ operation, label: operationLabel(space, operation) }));
  return { columns, rows, cells, unitMeans };
}

function compareNodes(a: Node, b: Node): number {
  const index = a.findIndex((code, at) => code !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
