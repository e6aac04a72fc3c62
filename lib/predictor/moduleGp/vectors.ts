import type { Point } from "./encoder";

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** Product of a sparse point with a dense row. */
export function sparseDot(point: Point, row: Float64Array): number {
  const { columns, amounts } = point;
  let sum = 0;
  for (let k = 0; k < columns.length; k++)
    sum += (amounts[k] as number) * (row[columns[k] as number] as number);
  return sum;
}

/** All columns of a point, those that it does not hold at 0. */
export function densePoint(point: Point, numColumns: number): Float64Array {
  const row = new Float64Array(numColumns);
  point.columns.forEach((column, k) => (row[column] = point.amounts[k] as number));
  return row;
}

export const times = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, index) => value * (b[index] as number));

export const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, index) => value - (b[index] as number));

/** Mean of rows of equal length; empty where there are none. */
export function meanRow(rows: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows)
    row.forEach((value, k) => (result[k] = (result[k] as number) + value / rows.length));
  return result;
}
