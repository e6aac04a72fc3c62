import { expect, it } from "vitest";
import { differenceBars } from "@/lib/figures/trust/differenceBars";

it("puts differences on one scale that holds zero", () => {
  const bars = differenceBars(
    [
      { name: "claim", mean: 1, low: NaN, high: NaN },
      { name: "rows", mean: 2, low: 0, high: 4 },
      { name: "none", mean: NaN, low: NaN, high: NaN },
    ],
    108,
    4,
  );
  expect(bars).toEqual({
    zeroX: 4,
    domain: [0, 4],
    bars: [
      { name: "claim", x: 29, interval: null },
      { name: "rows", x: 54, interval: [4, 104] },
      { name: "none", x: null, interval: null },
    ],
  });
});

it("has a scale where nothing differs", () => {
  expect(differenceBars([{ name: "a", mean: 0, low: 0, high: 0 }], 100).domain).toEqual([-1, 1]);
});
