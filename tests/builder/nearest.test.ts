import { describe, expect, it } from "vitest";
import { nearestOperations, operationDistance, unlikenessOf } from "@/lib/builder/nearest";
import { stagedSpace } from "../core/search/spaces";

const operations = [
  [0, 0],
  [1, 2],
  [0, 2],
  [0, 1],
];

describe("nearest operations", () => {
  it("count steps of an ordinal feature as shares of its range", () =>
    expect(operationDistance(stagedSpace, [0, 0], [1, 1])).toBe((1 + 0.5) / 2));

  it("come first where one small step makes them, if there are no embeddings", () => {
    const unlikeness = unlikenessOf(stagedSpace, [0, 0], null);
    expect(unlikeness.by).toBe("features");
    expect(nearestOperations([0, 0], unlikeness, operations)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it("come first by embeddings, which may say that what differs in every feature is the nearest", () => {
    const vectors = [
      [0, 0],
      [3, 4],
      [6, 8],
      [30, 40],
    ];
    const unlikeness = unlikenessOf(stagedSpace, [0, 0], { operations, vectors });
    expect(unlikeness.by).toBe("embeddings");
    expect(unlikeness.to([1, 2])).toBe(5);
    expect(nearestOperations([0, 0], unlikeness, operations)).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it("leave what has no embedding to the end, in its order", () => {
    const embedded = {
      operations: [
        [0, 0],
        [0, 1],
      ],
      vectors: [[0], [1]],
    };
    const unlikeness = unlikenessOf(stagedSpace, [0, 0], embedded);
    expect(nearestOperations([0, 0], unlikeness, operations)).toEqual([
      [0, 1],
      [1, 2],
      [0, 2],
    ]);
  });

  it("go by features where what is in the place has no embedding", () => {
    const embedded = { operations: [[0, 1]], vectors: [[1]] };
    expect(unlikenessOf(stagedSpace, [0, 0], embedded)).toMatchObject({ by: "features" });
  });
});
