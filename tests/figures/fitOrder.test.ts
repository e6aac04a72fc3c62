import { describe, expect, it } from "vitest";
import { namesOf } from "@/lib/figures/fitNames";
import { fitOrder, pointWords, stepTo } from "@/lib/figures/fitOrder";

const fitted = [
  { id: "a", measured: 74, predicted: 75.5 },
  { id: "b", measured: 71, predicted: 70 },
  { id: null, measured: 76, predicted: 76.25 },
];

describe("arrow keys in predicted against measured", () => {
  const order = fitOrder(fitted);

  it("walk right and left by measured value, up and down by how far the prediction is too high", () => {
    expect(order).toEqual({ byMeasured: [1, 0, 2], byResidual: [1, 2, 0] });
    expect(stepTo(order, 1, "ArrowRight")).toBe(0);
    expect(stepTo(order, 0, "ArrowLeft")).toBe(1);
    expect(stepTo(order, 1, "ArrowUp")).toBe(2);
    expect(stepTo(order, 0, "ArrowDown")).toBe(2);
  });

  it("stay at the ends, and begin at the smallest measured value", () => {
    expect(stepTo(order, 2, "ArrowRight")).toBe(2);
    expect(stepTo(order, 0, "ArrowUp")).toBe(0);
    expect(stepTo(order, null, "ArrowUp")).toBe(1);
    expect(stepTo(order, null, "End")).toBe(2);
    expect(stepTo(order, 0, "Home")).toBe(1);
  });

  it("leave other keys alone", () => {
    expect(stepTo(order, 0, "Tab")).toBeNull();
    expect(stepTo(fitOrder([]), null, "ArrowRight")).toBeNull();
  });

  it("are told with the point's numbers and its place", () => {
    expect(pointWords(fitted, order, 0)).toBe(
      "a: measured 74, predicted 75.5, +1.5; 2 of 3 by measured value",
    );
    expect(pointWords(fitted, order, 2)).toBe(
      "Not named in the predictor: measured 76, predicted 76.25, +0.25; 3 of 3 by measured value",
    );
  });
});

describe("names of recorded rows", () => {
  const rows = [
    { id: "a", target: 1 },
    { id: "b", target: 2 },
    { id: "c", target: 2 },
  ];

  it("are those of the rows kept in the same order", () => {
    expect(namesOf([1, 2, 2], rows, [])).toEqual(["a", "b", "c"]);
  });

  it("are told by the measured value where the order is not known, unless several rows have it", () => {
    expect(namesOf([2, 1, 3], [], rows)).toEqual([null, "a", null]);
    expect(namesOf([2, 1, 2], rows, rows)).toEqual([null, "a", null]);
  });
});
