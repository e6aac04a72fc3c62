import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { seededRandom } from "@/lib/core/random";
import { operationContrasts } from "@/lib/core/trust/operationContrasts";
import { cellSpace } from "@/lib/figures/fixtures";

const OPERATIONS = [0, 1, 2, 3, 4];

/** Cells with every combination of three operations at the first three of six edges, and none at the others. */
const cells: readonly Architecture[] = OPERATIONS.flatMap((a) =>
  OPERATIONS.flatMap((b) =>
    OPERATIONS.map((c) => ({
      id: `${a}${b}${c}`,
      units: [[[a], [b], [c], [0], [0], [0]]],
      globals: [],
    })),
  ),
);
const opOf = (cell: Architecture, edge: number): number => cell.units[0]?.[edge]?.[0] ?? NaN;

describe("what rows say of two operations", () => {
  it("is the root mean squared difference over the places where both stand, and nothing of the rest", () => {
    // Worth 3 at the first edge and -1 at the second, where 0 and 1 are told apart; the third edge adds its own.
    const targets = cells.map(
      (cell) =>
        70 + (opOf(cell, 0) === 1 ? 3 : 0) - (opOf(cell, 1) === 1 ? 1 : 0) + 5 * Number(opOf(cell, 2) === 4),
    );
    const contrasts = operationContrasts(cellSpace, cells, targets);
    const found = contrasts?.between([0], [1]);
    expect(found?.numPlaces).toBe(3);
    expect(found?.difference).toBeCloseTo(Math.sqrt((9 + 1 + 0) / 3), 6);
    expect(found?.low).toBeCloseTo(found?.high ?? NaN, 6);
    expect(contrasts?.between([2], [3])?.difference).toBeCloseTo(0, 6);
    expect(contrasts?.between([1], [4])?.difference).toBeCloseTo(Math.sqrt((9 + 1 + 25) / 3), 6);
  });

  it("does not let places cancel out where one is better here and the other there", () => {
    const targets = cells.map((cell) => Number(opOf(cell, 0) === 1) - Number(opOf(cell, 1) === 1));
    expect(operationContrasts(cellSpace, cells, targets)?.between([0], [1])?.difference).toBeCloseTo(
      Math.sqrt(2 / 3),
      6,
    );
  });

  it("takes the noise off: of noise alone the mean squared difference of all pairs is near 0, and most intervals reach 0", () => {
    const random = seededRandom(4);
    let numReaching = 0;
    let sum = 0;
    for (let run = 0; run < 20; run++) {
      const targets = cells.map(() => random() - 0.5);
      const contrasts = operationContrasts(cellSpace, cells, targets);
      for (const a of OPERATIONS)
        for (const b of OPERATIONS.slice(a + 1)) {
          const { squared, low } = contrasts?.between([a], [b]) ?? { squared: NaN, low: NaN };
          sum += squared;
          numReaching += Number(low === 0);
        }
    }
    // Without the correction a squared difference would be (1 / 12) (1 / 25 + 1 / 25) = 0.0067.
    expect(Math.abs(sum / 200)).toBeLessThan(0.001);
    expect(numReaching).toBeGreaterThanOrEqual(180);
  });

  it("leaves out rows without a measured target, and what never stands where the other does", () => {
    const withoutFour = cells.map((cell) => (cell.units[0]?.flat().includes(4) ? NaN : opOf(cell, 0)));
    const contrasts = operationContrasts(cellSpace, cells, withoutFour);
    expect(contrasts?.between([0], [3])?.difference).toBeCloseTo(Math.sqrt(9 / 3), 6);
    expect(contrasts?.between([0], [4])).toBeNull();
  });

  it("says nothing of fewer rows than it takes", () => {
    expect(operationContrasts(cellSpace, cells.slice(0, 12), new Float64Array(12))).toBeNull();
    expect(operationContrasts(cellSpace, [], [])).toBeNull();
  });
});
