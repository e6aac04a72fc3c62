import { expect, it } from "vitest";
import { agreementScatter } from "@/lib/figures/compare/agreementScatter";

it("puts what both hold equal on the diagonal, with equal scales", () => {
  const { points, diagonal } = agreementScatter(
    [
      { key: "a", scores: [1, 1], ranks: [1, 1], standardised: [2, 2], beyond: null },
      { key: "b", scores: [0, 0], ranks: [2, 2], standardised: [0, -2], beyond: null },
    ],
    238,
    30,
  );
  expect(points).toEqual([
    { key: "a", x: 230, y: 8 },
    { key: "b", x: 130, y: 208 },
  ]);
  expect(diagonal).toEqual({ x1: 30, y1: 208, x2: 230, y2: 8 });
});
