import { describe, expect, it } from "vitest";
import { sideBySide } from "@/lib/predictor/operationEmbeddings";

const vectorsOf = (...rows: number[][]): Float64Array[] => rows.map((row) => Float64Array.from(row));

const distance = (a: ArrayLike<number> = [], b: ArrayLike<number> = []): number =>
  Math.hypot(...Array.from(a, (value, at) => value - (b[at] ?? NaN)));

describe("members side by side", () => {
  it("of one member keep the proportions of its distances, and put two typical operations 1 apart", () => {
    // Distances 3, 4 and 5: squares 9, 16 and 25, mean 50 / 3.
    const { vectors, numMembers } = sideBySide([vectorsOf([10, 7], [13, 7], [10, 11])]);
    expect(numMembers).toBe(1);
    const typical = Math.sqrt(50 / 3);
    expect(distance(vectors[0], vectors[1])).toBeCloseTo(3 / typical, 12);
    expect(distance(vectors[0], vectors[2])).toBeCloseTo(4 / typical, 12);
    expect(distance(vectors[1], vectors[2])).toBeCloseTo(5 / typical, 12);
    expect(vectors[0]?.[0]).toBeCloseTo(-1 / typical, 12);
  });

  it("count a member no more for a scale a thousand times as large", () => {
    const one = vectorsOf([0], [1], [3]);
    const other = vectorsOf([0], [2], [1]);
    const large = other.map((vector) => vector.map((value) => 1000 * value));
    const plain = sideBySide([one, other]).vectors;
    sideBySide([one, large]).vectors.forEach((vector, operation) =>
      vector.forEach((value, at) => expect(value).toBeCloseTo(plain[operation]?.[at] ?? NaN, 12)),
    );
  });

  it("give the mean of the members' squared distances: 1 and 4 of 14/3, 4 and 1 of 2", () => {
    const { vectors, numMembers } = sideBySide([vectorsOf([0], [1], [3]), vectorsOf([0], [2], [1])]);
    expect(numMembers).toBe(2);
    expect(vectors[0]).toHaveLength(2);
    expect(distance(vectors[0], vectors[1]) ** 2).toBeCloseTo((1 / (14 / 3) + 4 / 2) / 2, 12);
    expect(distance(vectors[1], vectors[2]) ** 2).toBeCloseTo((4 / (14 / 3) + 1 / 2) / 2, 12);
  });

  it("leave out a member that tells no operation from another, but for rounding", () => {
    const telling = vectorsOf([0], [1], [3]);
    const silent = vectorsOf([0.5], [0.5], [0.5 + 1e-8]);
    expect(sideBySide([silent, telling])).toEqual(sideBySide([telling]));
  });

  it("of operations that are all alike, or of one alone, have nothing to tell", () => {
    expect(sideBySide([vectorsOf([2], [2])])).toEqual({ vectors: vectorsOf([], []), numMembers: 0 });
    expect(sideBySide([vectorsOf([2])])).toEqual({ vectors: vectorsOf([]), numMembers: 0 });
    expect(sideBySide([[], []])).toEqual({ vectors: [], numMembers: 0 });
  });
});
