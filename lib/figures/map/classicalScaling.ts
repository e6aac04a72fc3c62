/** Places in a plane, and how much of the distances they show. */
export type Scaling = {
  /** One per item, in units of the distances. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Share of the variance among the items that the plane shows, 0..1; 1 where there is none. */
  readonly shown: number;
};

const MAX_SWEEPS = 100;

/**
 * Classical multidimensional scaling (Torgerson 1952): the two axes of the plane that keeps most of the distances.
 * The sign of an axis is chosen so that its largest coordinate is positive, so that the same distances give the same map.
 * @param distances shape [items][items], symmetric, zero diagonal
 */
export function classicalScaling(distances: readonly (readonly number[])[]): Scaling {
  const count = distances.length;
  if (count === 0) return { points: [], shown: 1 };
  const squared = distances.map((row) => row.map((distance) => distance * distance));
  const rowMeans = squared.map((row) => row.reduce((sum, value) => sum + value, 0) / count);
  const all = rowMeans.reduce((sum, value) => sum + value, 0) / count;
  const centred = squared.map((row, i) =>
    row.map((value, j) => -0.5 * (value - (rowMeans[i] ?? 0) - (rowMeans[j] ?? 0) + all)),
  );
  const { values, vectors } = eigen(centred);
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const axis = (rank: number): number[] => {
    const index = order[rank];
    const length = index === undefined ? 0 : Math.sqrt(Math.max(0, values[index] ?? 0));
    const coordinates = vectors.map((row) => (index === undefined ? 0 : (row[index] ?? 0)) * length);
    const farthest = coordinates.reduce(
      (most, value) => (Math.abs(value) > Math.abs(most) + 1e-9 ? value : most),
      0,
    );
    return farthest < 0 ? coordinates.map((value) => -value) : coordinates;
  };
  const [x, y] = [axis(0), axis(1)];
  const positive = values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
  const inPlane = order.slice(0, 2).reduce((sum, index) => sum + Math.max(0, values[index] ?? 0), 0);
  return {
    points: distances.map((_, index) => ({ x: x[index] ?? 0, y: y[index] ?? 0 })),
    shown: positive === 0 ? 1 : inPlane / positive,
  };
}

/** Eigenvalues and, in columns, eigenvectors of a symmetric matrix (cyclic Jacobi rotations). */
function eigen(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from(matrix, (_row, j) => (i === j ? 1 : 0)));
  const at = (rows: readonly Float64Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;
  const size = matrix.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rotate = (
    rows: readonly Float64Array[],
    [i, j]: readonly [number, number],
    [k, l]: readonly [number, number],
    cos: number,
    sin: number,
  ) => {
    const [first, second] = [at(rows, i, j), at(rows, k, l)];
    const [rowI, rowK] = [rows[i], rows[k]];
    if (rowI) rowI[j] = cos * first - sin * second;
    if (rowK) rowK[l] = sin * first + cos * second;
  };
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < a.length; p++)
      for (let q = p + 1; q < a.length; q++) {
        const apq = at(a, p, q);
        off = Math.max(off, Math.abs(apq));
        if (Math.abs(apq) <= size * 1e-14) continue;
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
        const tan = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cos = 1 / Math.sqrt(tan * tan + 1);
        const sin = tan * cos;
        for (let k = 0; k < a.length; k++) rotate(a, [k, p], [k, q], cos, sin);
        for (let k = 0; k < a.length; k++) rotate(a, [p, k], [q, k], cos, sin);
        for (let k = 0; k < a.length; k++) rotate(v, [k, p], [k, q], cos, sin);
      }
    if (off <= size * 1e-12) break;
  }
  return { values: a.map((row, index) => row[index] ?? 0), vectors: v.map((row) => [...row]) };
}
