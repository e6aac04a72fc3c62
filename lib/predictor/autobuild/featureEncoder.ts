import * as tf from "@tensorflow/tfjs";
import type { Columns } from "./columns";
import { weight, type Weights } from "./parameters";
import { product, withGradient } from "./tensorOps";

/** Which row of the tables belongs to which column; constant, made once per network. */
export type RowsOfColumns = {
  /** 1 where row belongs to column, [1, numRows, numColumns] */
  readonly belongs: tf.Tensor3D;
  /** The same without the slope rows of scales, to which the column's bias is not added. */
  readonly biased: tf.Tensor3D;
};

export function rowsOfColumns(columns: Columns): RowsOfColumns {
  const numColumns = columns.all.length;
  const belongs = new Float32Array(columns.numRows * numColumns);
  const biased = new Float32Array(columns.numRows * numColumns);
  columns.all.forEach((column, index) => {
    const next = columns.all[index + 1]?.firstRow ?? columns.numRows;
    for (let row = column.firstRow; row < next; row++) {
      belongs[row * numColumns + index] = 1;
      if (column.kind === "table" || row > column.firstRow) biased[row * numColumns + index] = 1;
    }
  });
  const shape: [number, number, number] = [1, columns.numRows, numColumns];
  return { belongs: tf.tensor3d(belongs, shape), biased: tf.tensor3d(biased, shape) };
}

/**
 * What each row of the tables says before the absolute value, [members, numRows, 1]: w_c . E_c[v] + b_c for a table;
 * for a scale the slope W2 W1 and the offset W2 b1 + b2, since two linear maps in a row are one (ALGORITHM section 2).
 */
export const rowScores = (weights: Weights, rows: RowsOfColumns): tf.Tensor3D =>
  scoresOf(weights, rows, product(rows.belongs, weight(weights, "mix")));

/** @param mixed the linear map of every row's column, [members, numRows, width] */
const scoresOf = (weights: Weights, rows: RowsOfColumns, mixed: tf.Tensor3D): tf.Tensor3D =>
  tf.add(
    tf.sum(tf.mul(weight(weights, "table"), mixed), 2, true),
    product(rows.biased, weight(weights, "mixBias")),
  );

/**
 * Hop 0: one score per column, never negative, as one operation.
 * @param inputs rows of `writeNode`, [members or 1, rows, numRows]
 * @returns [members, rows, numColumns]
 */
export function encodeFeatures(inputs: tf.Tensor3D, weights: Weights, rows: RowsOfColumns): tf.Tensor3D {
  const parts = [weight(weights, "table"), weight(weights, "mix"), weight(weights, "mixBias")];
  return withGradient(parts, () => {
    const mixed = product(rows.belongs, weight(weights, "mix"));
    const said = product(inputs, tf.mul(scoresOf(weights, rows, mixed), rows.belongs));
    return {
      value: tf.abs(said),
      saved: [said, mixed],
      gradient: (dy, saved) => {
        const [table, , , before, mixedKept] = saved as [
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
          tf.Tensor3D,
        ];
        const byEntry = product(inputs, tf.mul(dy, tf.sign(before)), true);
        const byRow = tf.sum(tf.mul(byEntry, rows.belongs), 2, true) as tf.Tensor3D;
        return [
          tf.mul(byRow, mixedKept),
          product(rows.belongs, tf.mul(byRow, table) as tf.Tensor3D, true),
          product(rows.biased, byRow, true),
        ];
      },
    };
  });
}
