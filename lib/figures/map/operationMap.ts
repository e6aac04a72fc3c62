import { extent, scaleLinear } from "d3";
import type { Node } from "../../core/architecture";
import { operationKey } from "../../core/searchSpace";
import type { PositionCell, PositionMatrix } from "../positionMatrix";
import { classicalScaling } from "./classicalScaling";

/**
 * Two operations are compared by their profiles: what each scores alone at every place, against the mean of the place.
 * Distance is the root of the mean squared difference over the places where both were scored, in units of the target.
 */
export type OperationPair = {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
  /** Place where they differ most. */
  readonly largest: { readonly columnIndex: number; readonly difference: number };
  /** Intervals overlap at every place, so that neither is surely better anywhere; never without intervals. */
  readonly interchangeable: boolean;
};

export type OperationMap = {
  readonly operations: readonly { readonly operation: Node; readonly key: string; readonly label: string }[];
  /** Coordinates in units of the target, one per operation. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Share of the differences that the plane shows, 0..1. */
  readonly shown: number;
  /** All pairs that share a place, the most alike first. */
  readonly pairs: readonly OperationPair[];
  readonly hasIntervals: boolean;
};

/** @returns null where fewer than two operations were scored at any place that both have */
export function operationMap({ rows, cells, columns }: PositionMatrix): OperationMap | null {
  const finite = cells.filter(({ evidence }) => Number.isFinite(evidence.score));
  const scored = rows.flatMap(({ operation, label }, rowIndex) => {
    const profile = new Map(
      finite.filter((cell) => cell.rowIndex === rowIndex).map((cell) => [cell.columnIndex, cell]),
    );
    return profile.size === 0 ? [] : [{ operation, label, key: operationKey(operation), profile }];
  });
  const hasIntervals = finite.some(({ evidence }) => evidence.low < evidence.high);
  const distances = scored.map(() => scored.map(() => 0));
  const pairs: OperationPair[] = [];
  for (let a = 0; a < scored.length; a++)
    for (let b = a + 1; b < scored.length; b++) {
      const compared = comparePair(scored[a]?.profile, scored[b]?.profile, columns.length);
      if (compared === null) return null;
      const [rowA, rowB] = [distances[a], distances[b]];
      if (rowA) rowA[b] = compared.distance;
      if (rowB) rowB[a] = compared.distance;
      pairs.push({ a, b, ...compared, interchangeable: hasIntervals && compared.overlap });
    }
  if (pairs.length === 0) return null;
  return {
    operations: scored.map(({ operation, label, key }) => ({ operation, label, key })),
    ...classicalScaling(distances),
    pairs: pairs.sort((one, other) => one.distance - other.distance),
    hasIntervals,
  };
}

type Profile = ReadonlyMap<number, PositionCell> | undefined;

/** Null where the two were never scored at the same place: then nothing says how alike they are. */
function comparePair(a: Profile, b: Profile, numColumns: number) {
  let squares = 0;
  let numShared = 0;
  let overlap = true;
  let largest = { columnIndex: 0, difference: 0 };
  for (let columnIndex = 0; columnIndex < numColumns; columnIndex++) {
    const [cellA, cellB] = [a?.get(columnIndex), b?.get(columnIndex)];
    if (cellA === undefined || cellB === undefined) continue;
    const difference = cellA.evidence.score - cellB.evidence.score;
    squares += difference * difference;
    numShared++;
    overlap &&= cellA.evidence.low <= cellB.evidence.high && cellB.evidence.low <= cellA.evidence.high;
    if (Math.abs(difference) > Math.abs(largest.difference)) largest = { columnIndex, difference };
  }
  return numShared === 0 ? null : { distance: Math.sqrt(squares / numShared), largest, overlap };
}

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Length in pixels of a difference of `value`, for the bar that says how far is far. */
  readonly scaleBar: { readonly value: number; readonly length: number };
};

const PADDING = { across: 46, up: 34 };

/** Both axes at one scale: a distance means the same in every direction. @param width pixels; as high as is needed */
export function mapLayout({ points }: Pick<OperationMap, "points">, width = 560, maxHeight = 360): MapLayout {
  const [x0 = 0, x1 = 0] = extent(points, ({ x }) => x);
  const [y0 = 0, y1 = 0] = extent(points, ({ y }) => y);
  const room = { across: width - 2 * PADDING.across, up: maxHeight - 2 * PADDING.up };
  const perUnit = Math.min(room.across / (x1 - x0), room.up / (y1 - y0));
  const scale = Number.isFinite(perUnit) ? perUnit : 0;
  const height = (y1 - y0) * scale + 2 * PADDING.up;
  const bar = scale === 0 ? [] : scaleLinear([0, 90 / scale], [0, 90]).ticks(2);
  const value = bar.at(-1) ?? 0;
  return {
    width,
    height,
    points: points.map(({ x, y }) => ({
      x: width / 2 + (x - (x0 + x1) / 2) * scale,
      y: height / 2 - (y - (y0 + y1) / 2) * scale,
    })),
    scaleBar: { value, length: value * scale },
  };
}
