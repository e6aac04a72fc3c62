import { describe, expect, it } from "vitest";
import { embeddingMap } from "@/lib/figures/map/embeddingMap";
import { mappedOperation } from "@/lib/figures/map/operationMap";

const operations = ["conv", "skip", "pool", "none"].map((label, code) => mappedOperation([code], label));
const vectorsOf = (...rows: number[][]): Float64Array[] => rows.map((row) => Float64Array.from(row));

describe("the map by embeddings", () => {
  it("has the vectors' distances, and joins each operation with its nearest", () => {
    const vectors = vectorsOf([0, 0], [3, 4], [3, 5], [9, 12]);
    const map = embeddingMap(operations, { vectors, numMembers: 1 }, null);
    const found = map?.pairs.map(({ a, b, distance, joined }) => [a, b, Number(distance.toFixed(9)), joined]);
    expect(found).toEqual([
      [1, 2, 1, true],
      [0, 1, 5, true],
      [0, 2, Number(Math.sqrt(34).toFixed(9)), false],
      [2, 3, Number(Math.sqrt(85).toFixed(9)), true],
      [1, 3, 10, false],
      [0, 3, 15, false],
    ]);
    expect(map?.shown).toBeCloseTo(1, 9);
    expect(map?.basis).toEqual({ from: "embeddings", numMembers: 1, memberAgreement: null });
  });

  it("joins all of several equally near, rounding aside", () => {
    const vectors = vectorsOf([0], [1], [2.0000001], [3]);
    const map = embeddingMap(operations, { vectors, numMembers: 1 }, null);
    expect(map?.pairs.filter(({ joined }) => joined).map(({ a, b }) => [a, b])).toEqual([
      [2, 3],
      [0, 1],
      [1, 2],
    ]);
  });

  it("says how far members agree: 1 where they repeat each other, less where one has another order", () => {
    const agreement = (...rows: number[][]): number | null => {
      const basis = embeddingMap(
        operations.slice(0, 3),
        { vectors: vectorsOf(...rows), numMembers: 2 },
        null,
      )?.basis;
      return basis?.from === "embeddings" ? basis.memberAgreement : null;
    };
    expect(agreement([0, 0], [1, 2], [4, 8])).toBeCloseTo(1, 9);
    // Squared distances 1, 16 and 9 of the one, 16, 1 and 9 of the other, pair by pair.
    expect(agreement([0, 0], [1, 4], [4, 1])).toBeCloseTo(-1, 9);
  });

  it("is null where no member tells operations apart, or there is one operation", () => {
    expect(embeddingMap(operations, { vectors: vectorsOf([], [], [], []), numMembers: 0 }, null)).toBeNull();
    const [one] = operations;
    expect(one && embeddingMap([one], { vectors: vectorsOf([1]), numMembers: 1 }, null)).toBeNull();
  });
});
