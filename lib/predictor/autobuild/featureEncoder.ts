import * as tf from "@tensorflow/tfjs";
import type { Columns } from "./columns";
import { weight, type Weights } from "./parameters";
import { absolute, constantTimes } from "./tensorOps";

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
  tf.add(
    tf.sum(tf.mul(weight(weights, "table"), constantTimes(rows.belongs, weight(weights, "mix"))), 2, true),
    constantTimes(rows.biased, weight(weights, "mixBias")),
  );

/**
 * Hop 0: one score per column, never negative.
 * @param inputs rows of `writeNode`, [members or 1, rows, numRows]
 * @returns [members, rows, numColumns]
 */
export const encodeFeatures = (inputs: tf.Tensor3D, weights: Weights, rows: RowsOfColumns): tf.Tensor3D =>
  absolute(constantTimes(inputs, tf.mul(rowScores(weights, rows), rows.belongs)));
