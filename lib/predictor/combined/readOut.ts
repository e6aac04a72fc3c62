import { cholesky, solveCholesky } from "../linearAlgebra";

/**
 * A linear map from an embedding to the target, one column of weights per output. It stands where the published
 * method takes the L1 norm: same embedding, same hop, but in units of the target, and fitted so that the scores of an
 * architecture's modules add up to its prediction.
 */
export type ReadOut = {
  readonly numInputs: number;
  /** [numOutputs, numInputs + 1]; the last of each row is added as it is */
  readonly weights: Float32Array;
};

/** Share of a column's variance that is added to it: enough to solve columns that move together. */
const PENALTY = 1e-3;

/** A ridge solver whose rows are factored once and solved for many targets. */
export type ReadOutSolver = {
  readonly fit: (targets: readonly Float64Array[]) => ReadOut;
  /** The mean of the targets alone, whatever the embedding. */
  readonly fitLevel: (targets: readonly Float64Array[]) => ReadOut;
};

/**
 * @param inputs embeddings, row-major [numRows, numInputs]
 */
export function createReadOutSolver(
  inputs: Float32Array,
  numInputs: number,
  penalty = PENALTY,
): ReadOutSolver {
  const numRows = inputs.length / numInputs;
  const { centre, spread } = momentsOf(inputs, numInputs);
  const standard = new Float64Array(inputs.length);
  for (let index = 0; index < inputs.length; index++) {
    const column = index % numInputs;
    standard[index] = ((inputs[index] as number) - (centre[column] as number)) / (spread[column] as number);
  }
  const products = gram(standard, numInputs);
  for (let column = 0; column < numInputs; column++)
    products[column * (numInputs + 1)] = (products[column * (numInputs + 1)] as number) + penalty * numRows;
  const factor = cholesky(products, numInputs);
  if (factor === null) throw new Error("The embeddings of modules hold numbers that are not finite.");
  return {
    fitLevel: (targets) => {
      const weights = new Float32Array(targets.length * (numInputs + 1));
      targets.forEach((values, output) => (weights[(output + 1) * (numInputs + 1) - 1] = meanOf(values)));
      return { numInputs, weights };
    },
    fit: (targets) => {
      const weights = new Float32Array(targets.length * (numInputs + 1));
      targets.forEach((values, output) => {
        const level = meanOf(values);
        const right = new Float64Array(numInputs);
        for (let row = 0; row < numRows; row++) {
          const deviation = (values[row] as number) - level;
          for (let column = 0; column < numInputs; column++)
            right[column] =
              (right[column] as number) + deviation * (standard[row * numInputs + column] as number);
        }
        const solved = solveCholesky(factor, numInputs, right);
        let intercept = level;
        solved.forEach((value, column) => {
          const weight = value / (spread[column] as number);
          weights[output * (numInputs + 1) + column] = weight;
          intercept -= weight * (centre[column] as number);
        });
        weights[output * (numInputs + 1) + numInputs] = intercept;
      });
      return { numInputs, weights };
    },
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One output of one row that starts at `offset`. */
export function readOutValue(
  { numInputs, weights }: ReadOut,
  output: number,
  inputs: Float32Array,
  offset: number,
): number {
  const start = output * (numInputs + 1);
  let sum = weights[start + numInputs] as number;
  for (let column = 0; column < numInputs; column++)
    sum += (weights[start + column] as number) * (inputs[offset + column] as number);
  return sum;
}

/** The read-out with every output lowered by its level. */
export function shifted({ numInputs, weights }: ReadOut, levels: readonly number[]): ReadOut {
  const lowered = weights.slice();
  levels.forEach((level, output) => {
    const at = (output + 1) * (numInputs + 1) - 1;
    lowered[at] = (weights[at] as number) - level;
  });
  return { numInputs, weights: lowered };
}

/** Mean and deviation of every column; a constant column has deviation 1, so that it weighs nothing. */
function momentsOf(inputs: Float32Array, numInputs: number) {
  const numRows = Math.max(1, inputs.length / numInputs);
  const centre = new Float64Array(numInputs);
  const square = new Float64Array(numInputs);
  inputs.forEach((value, index) => {
    centre[index % numInputs] = (centre[index % numInputs] as number) + value / numRows;
  });
  inputs.forEach((value, index) => {
    const deviation = value - (centre[index % numInputs] as number);
    square[index % numInputs] = (square[index % numInputs] as number) + (deviation * deviation) / numRows;
  });
  const spread = square.map((variance, column) => {
    const deviation = Math.sqrt(variance);
    return deviation > 1e-6 * Math.max(1e-3, Math.abs(centre[column] as number)) ? deviation : 1;
  });
  return { centre, spread };
}

/** X^T X, shape [numInputs, numInputs]; only its lower triangle is filled. */
function gram(rows: Float64Array, numInputs: number): Float64Array {
  const products = new Float64Array(numInputs * numInputs);
  for (let start = 0; start < rows.length; start += numInputs)
    for (let i = 0; i < numInputs; i++) {
      const value = rows[start + i] as number;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++)
        products[i * numInputs + j] =
          (products[i * numInputs + j] as number) + value * (rows[start + j] as number);
    }
  return products;
}
