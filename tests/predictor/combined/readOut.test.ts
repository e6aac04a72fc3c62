import { describe, expect, it } from "vitest";
import { createReadOutSolver, readOutValue, shifted } from "@/lib/predictor/combined/readOut";

/** Four rows of two columns that are centred, of deviation 1 and uncorrelated: a penalty p divides weights by 1 + p. */
const crossed = Float32Array.of(1, 1, -1, 1, 1, -1, -1, -1);
const plane = Float64Array.from(
  [0, 1, 2, 3],
  (row) => 2 * (crossed[2 * row] ?? 0) - 3 * (crossed[2 * row + 1] ?? 0) + 7,
);

describe("a read-out", () => {
  it("recovers a linear map and its level exactly where nothing is penalised", () => {
    const { numInputs, weights } = createReadOutSolver(crossed, 2, 0).fit([plane]);
    expect(numInputs).toBe(2);
    expect([...weights]).toEqual([2, -3, 7]);
  });

  it("has weights 0.1 % smaller by default, and an untouched level", () => {
    const { weights } = createReadOutSolver(crossed, 2).fit([plane]);
    expect(weights[0]).toBeCloseTo(2 / 1.001, 6);
    expect(weights[1]).toBeCloseTo(-3 / 1.001, 6);
    expect(weights[2]).toBe(7);
  });

  it("is penalised alike in columns of any size and place", () => {
    const moved = crossed.map((value, index) => (index % 2 === 0 ? 1000 * value + 5 : value / 64));
    const { weights } = createReadOutSolver(moved, 2).fit([plane]);
    expect(weights[0]).toBeCloseTo(2 / 1.001 / 1000, 8);
    expect(weights[1]).toBeCloseTo((-3 / 1.001) * 64, 3);
    expect(weights[2]).toBeCloseTo(7 - (5 * 2) / 1.001 / 1000, 5);
  });

  it("is solved for several outputs, each on its own", () => {
    const flipped = plane.map((value) => -value);
    expect([...createReadOutSolver(crossed, 2, 0).fit([plane, flipped]).weights]).toEqual([
      2, -3, 7, -2, 3, -7,
    ]);
  });

  it("of a level alone says the mean of its targets, whatever the embedding", () => {
    const level = createReadOutSolver(crossed, 2).fitLevel([Float64Array.of(1, 2, 3, 6), plane]);
    expect([...level.weights]).toEqual([0, 0, 3, 0, 0, 7]);
    expect(readOutValue(level, 0, Float32Array.of(100, -100), 0)).toBe(3);
  });

  it("gives a column that never varies no weight", () => {
    const withOnes = Float32Array.of(1, 9, -1, 9, 1, 9, -1, 9);
    const { weights } = createReadOutSolver(withOnes, 2).fit([Float64Array.of(4, 0, 4, 0)]);
    expect(weights[0]).toBeCloseTo(2 / 1.001, 6);
    expect([weights[1], weights[2]]).toEqual([0, 2]);
  });

  it("shares a weight between columns that are the same", () => {
    const twice = Float32Array.of(1, 1, -1, -1);
    const { weights } = createReadOutSolver(twice, 2).fit([Float64Array.of(3, -3)]);
    expect(weights[0]).toBeCloseTo(3 / 2.001, 5);
    expect(weights[1]).toBeCloseTo(3 / 2.001, 5);
  });

  it("reads a row out of many by its offset, output by output", () => {
    const readOut = { numInputs: 2, weights: Float32Array.of(1, 10, 100, 2, 0, -1) };
    const rows = Float32Array.of(8, 8, 3, 4);
    expect(readOutValue(readOut, 0, rows, 2)).toBe(143);
    expect(readOutValue(readOut, 1, rows, 2)).toBe(5);
  });

  it("is lowered by a level per output, and its weights and the read-out before stay", () => {
    const before = { numInputs: 1, weights: Float32Array.of(5, 10, 6, 20) };
    expect([...shifted(before, [1, 2]).weights]).toEqual([5, 9, 6, 18]);
    expect([...before.weights]).toEqual([5, 10, 6, 20]);
  });

  it("refuses embeddings that are not finite", () =>
    expect(() => createReadOutSolver(Float32Array.of(1, NaN), 1)).toThrow(
      "The embeddings of modules hold numbers that are not finite.",
    ));
});
