import type { OperationContrasts } from "../../core/trust/operationContrasts";
import type { PositionCell, PositionMatrix } from "../positionMatrix";
import {
  mapOf,
  mappedOperation,
  type ComparedPair,
  type OperationMap,
  type OperationPair,
} from "./operationMap";

/**
 * The map of a predictor without embeddings. Two operations are compared by their profiles: what each scores alone at
 * every place. Distance is the root of the mean squared difference over the places where both were scored, in units of
 * the target. A line joins two whose intervals overlap at every place, so that neither is surely better anywhere;
 * nothing is joined where there are no intervals.
 * @returns null where fewer than two operations were scored at any place that both have
 */
export function profileMap(
  { rows, cells, columns }: PositionMatrix,
  contrasts: OperationContrasts | null,
): OperationMap | null {
  const finite = cells.filter(({ evidence }) => Number.isFinite(evidence.score));
  const scored = rows.flatMap(({ operation, label }, rowIndex) => {
    const profile = new Map(
      finite.filter((cell) => cell.rowIndex === rowIndex).map((cell) => [cell.columnIndex, cell]),
    );
    return profile.size === 0 ? [] : [{ ...mappedOperation(operation, label), profile }];
  });
  const hasIntervals = finite.some(({ evidence }) => evidence.low < evidence.high);
  const pairs: ComparedPair[] = [];
  for (const [a, one] of scored.entries())
    for (const [b, other] of scored.entries()) {
      if (b <= a) continue;
      const compared = comparePair(one.profile, other.profile, columns);
      if (compared === null) return null;
      const { distance, largest, overlap } = compared;
      pairs.push({ a, b, distance, largest, joined: hasIntervals && overlap });
    }
  if (pairs.length === 0) return null;
  const operations = scored.map(({ operation, label, key }) => ({ operation, label, key }));
  return mapOf({ from: "scores", hasIntervals }, operations, pairs, contrasts);
}

type Profile = ReadonlyMap<number, PositionCell>;

/** Null where the two were never scored at the same place: then nothing says how alike they are. */
function comparePair(a: Profile, b: Profile, columns: PositionMatrix["columns"]) {
  let squares = 0;
  let numShared = 0;
  let overlap = true;
  let largest: OperationPair["largest"] = null;
  for (const [columnIndex, { unitIndex, layerIndex }] of columns.entries()) {
    const [cellA, cellB] = [a.get(columnIndex), b.get(columnIndex)];
    if (cellA === undefined || cellB === undefined) continue;
    const difference = cellA.evidence.score - cellB.evidence.score;
    squares += difference * difference;
    numShared++;
    overlap &&= cellA.evidence.low <= cellB.evidence.high && cellB.evidence.low <= cellA.evidence.high;
    if (largest === null || Math.abs(difference) > Math.abs(largest.difference))
      largest = { unitIndex, layerIndex, difference };
  }
  return numShared === 0 ? null : { distance: Math.sqrt(squares / numShared), largest, overlap };
}
