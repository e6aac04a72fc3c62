/**
 * Members of an ensemble learn their embeddings each by itself: what one puts 0.2 apart another may put 7 apart, since
 * the layers behind take up any scale. Only without that scale can their distances be averaged.
 */

/** Where a predictor's networks put operations: the distance of two vectors says how unlike the operations are. */
export type OperationEmbeddings = {
  /**
   * One per operation that was asked for, in order: the embeddings of the members one behind the other, shape
   * [numMembers * width]. The root mean squared distance over all pairs of operations is 1; 0 where all are alike.
   */
  readonly vectors: readonly Float64Array[];
  /** Members that tell operations apart at all. */
  readonly numMembers: number;
};

/** A spread below this share of the embeddings' size is the rounding of float32, not a difference. */
const ROUNDING = 1e-5;

/**
 * Members side by side: each is centred, divided by the root mean squared distance over its pairs of operations, and
 * by the root of the number of members. A squared distance then is the plain mean of the members' squared distances, as a
 * prediction is the plain mean of theirs: none is known to be the better one. Members that put all operations on one
 * place say nothing and are left out.
 * @param members shape [members][operations] of vectors of one width
 */
export function sideBySide(members: readonly (readonly Float64Array[])[]): OperationEmbeddings {
  const numOperations = members[0]?.length ?? 0;
  const telling = members.flatMap((vectors) => {
    const scaled = withUnitSpread(vectors);
    return scaled === null ? [] : [scaled];
  });
  const share = 1 / Math.sqrt(Math.max(1, telling.length));
  return {
    vectors: Array.from({ length: numOperations }, (_, operation) =>
      Float64Array.from(
        telling.flatMap((vectors) => [...(vectors[operation] ?? [])]),
        (value) => value * share,
      ),
    ),
    numMembers: telling.length,
  };
}

/** Null where all vectors are one. */
function withUnitSpread(vectors: readonly Float64Array[]): Float64Array[] | null {
  const count = vectors.length;
  const centre = Float64Array.from(
    vectors[0] ?? [],
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / count,
  );
  const centred = vectors.map((vector) => vector.map((value, at) => value - (centre[at] ?? 0)));
  const squares = (of: readonly Float64Array[]): number =>
    of.reduce((sum, vector) => sum + vector.reduce((part, value) => part + value * value, 0), 0);
  // The squared distances of all pairs add up to count times the squared distances from the centre.
  const spread = Math.sqrt((2 * squares(centred)) / Math.max(1, count - 1));
  const size = Math.sqrt(squares(vectors) / Math.max(1, count));
  return spread <= ROUNDING * size || count < 2
    ? null
    : centred.map((vector) => vector.map((value) => value / spread));
}
