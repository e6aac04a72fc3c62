import { describe, expect, it } from "vitest";
import type { Node } from "@/lib/core/architecture";
import type { OperationContrasts } from "@/lib/core/trust/operationContrasts";
import { mapOf, mappedOperation, type ComparedPair } from "@/lib/figures/map/operationMap";

const BASIS = { from: "scores", hasIntervals: false } as const;
const operations = ["conv", "skip", "pool"].map((label, code) => mappedOperation([code], label));

/** Three operations on a line, at 0, 1 and 4. */
const pairs: readonly ComparedPair[] = [
  { a: 0, b: 1, distance: 1, joined: true, largest: null },
  { a: 0, b: 2, distance: 4, joined: false, largest: null },
  { a: 1, b: 2, distance: 3, joined: false, largest: null },
];

/** Differences of the codes' values, give or take. */
const contrastsOf = (values: readonly number[], halfWidth: number): OperationContrasts => ({
  between([a = 0]: Node, [b = 0]: Node) {
    const difference = Math.abs((values[a] ?? NaN) - (values[b] ?? NaN));
    if (Number.isNaN(difference)) return null;
    const [low, high] = [Math.max(0, difference - halfWidth), difference + halfWidth];
    return { difference, low, high, squared: difference * difference, numPlaces: 1 };
  },
});

describe("a map of operations", () => {
  it("keeps the distances of a line, and lists pairs from the nearest on", () => {
    const map = mapOf(BASIS, operations, pairs, null);
    expect(map.shown).toBeCloseTo(1, 9);
    expect(map.pairs.map(({ distance }) => distance)).toEqual([1, 3, 4]);
    const [first, second, third] = map.points.map(({ x }) => x);
    expect(Math.abs((first ?? NaN) - (second ?? NaN))).toBeCloseTo(1, 9);
    expect(Math.abs((first ?? NaN) - (third ?? NaN))).toBeCloseTo(4, 9);
    expect(map.operations[1]).toEqual({ operation: [1], key: "1", label: "skip" });
  });

  it("says how the measured rows stand to it: differences 2, 4 and 6, two typical ones root of 56/3", () => {
    const map = mapOf(BASIS, operations, pairs, contrastsOf([0, 2, 6], 0.25));
    expect(map.data?.numPairs).toBe(3);
    expect(map.data?.agreement).toBeCloseTo(1, 9);
    expect(map.data?.typical).toBeCloseTo(Math.sqrt(56 / 3), 9);
    expect(map.pairs.map(({ measured }) => measured?.verdict)).toEqual(["unsure", "different", "different"]);
  });

  it("calls alike only what surely differs by less than half of two typical operations", () => {
    const verdictAt = (difference: number) =>
      mapOf(BASIS, operations, pairs, contrastsOf([0, difference, 6], 0.25)).pairs[0]?.measured?.verdict;
    expect(verdictAt(1)).toBe("alike");
    expect(verdictAt(4)).toBe("different");
  });

  it("does not hide that rows contradict it", () => {
    const map = mapOf(BASIS, operations, pairs, contrastsOf([0, 9, 8], 0.5));
    expect(map.data?.agreement).toBeCloseTo(-0.5, 9);
    expect(map.pairs[0]?.measured?.verdict).toBe("different");
  });

  it("gives no verdict where rows tell of fewer than three pairs", () => {
    const map = mapOf(BASIS, operations, pairs, contrastsOf([0, 2], 0.5));
    expect(map.data).toBeNull();
    expect(map.pairs.map(({ measured }) => measured)).toEqual([null, null, null]);
  });
});
