import { mean, rankAgreement } from "../../core/stats";
import type { OperationContrasts } from "../../core/trust/operationContrasts";
import { mapOf, type ComparedPair, type MappedOperation, type OperationMap } from "./operationMap";

/** Embeddings of operations as predictors give them: of all members one behind the other. */
export type Embedded = {
  /** One per operation, shape [numMembers * width] */
  readonly vectors: readonly Float64Array[];
  readonly numMembers: number;
};

/**
 * The map of a predictor with embeddings: distance is the Euclidean distance of two operations' vectors, where 1 is the root
 * mean square of all pairs. A line joins each operation with its nearest: the best exchange the network knows of.
 * @param operations in the order of the vectors
 * @returns null where no two operations are told apart
 */
export function embeddingMap(
  operations: readonly MappedOperation[],
  { vectors, numMembers }: Embedded,
  contrasts: OperationContrasts | null,
): OperationMap | null {
  if (numMembers === 0 || operations.length < 2) return null;
  const pairs = operations.flatMap((_, a) =>
    Array.from({ length: operations.length - a - 1 }, (_later, index) => {
      const b = a + 1 + index;
      return { a, b, squares: memberSquares(vectors[a], vectors[b], numMembers) };
    }),
  );
  const distances = pairs.map(({ a, b, squares }) => ({
    a,
    b,
    distance: Math.sqrt(squares.reduce((sum, square) => sum + square, 0)),
  }));
  const nearest = nearestOf(operations.length, distances);
  return mapOf(
    {
      from: "embeddings",
      numMembers,
      memberAgreement: memberAgreement(
        pairs.map(({ squares }) => squares),
        numMembers,
      ),
    },
    operations,
    distances.map((pair): ComparedPair => ({
      ...pair,
      largest: null,
      joined: nearest.has(`${pair.a} ${pair.b}`),
    })),
    contrasts,
  );
}

/** What each member adds to a squared distance, shape [numMembers]. */
function memberSquares(a: ArrayLike<number> = [], b: ArrayLike<number> = [], numMembers: number): number[] {
  const width = a.length / numMembers;
  const squares = Array.from({ length: numMembers }, () => 0);
  for (let at = 0; at < a.length; at++) {
    const member = Math.floor(at / width);
    squares[member] = (squares[member] ?? 0) + ((a[at] ?? NaN) - (b[at] ?? NaN)) ** 2;
  }
  return squares;
}

/** Distances that differ by less than float32 tells are equal. */
const SAME = 1 + 1e-5;

/** Pairs of which one is the other's nearest; all of several equally near. */
function nearestOf(
  numOperations: number,
  pairs: readonly Pick<ComparedPair, "a" | "b" | "distance">[],
): Set<string> {
  const least = Array.from({ length: numOperations }, () => Infinity);
  for (const { a, b, distance } of pairs)
    for (const node of [a, b]) least[node] = Math.min(least[node] ?? Infinity, distance);
  return new Set(
    pairs
      .filter(({ a, b, distance }) => distance <= SAME * Math.max(least[a] ?? 0, least[b] ?? 0))
      .map(({ a, b }) => `${a} ${b}`),
  );
}

/** Null for one member. @param squares shape [pairs][numMembers] */
function memberAgreement(squares: readonly (readonly number[])[], numMembers: number): number | null {
  if (numMembers < 2) return null;
  return mean(
    Array.from({ length: numMembers }, (_, member) =>
      rankAgreement(
        squares.map((of) => of[member] ?? NaN),
        squares.map((of) => of.reduce((sum, square, index) => sum + (index === member ? 0 : square), 0)),
      ),
    ),
  );
}
