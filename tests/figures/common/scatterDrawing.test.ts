import { describe, expect, it } from "vitest";
import { brushRectangle, rectangleBetween } from "@/lib/figures/common/brushRectangle";
import { scatterDrawing } from "@/lib/figures/common/scatterDrawing";
import { scatterLayout } from "@/lib/figures/scatter";

const layout = scatterLayout(Float64Array.of(0, 5, 10, NaN), Float64Array.of(0, 100, 50, 20), {
  width: 200,
  height: 100,
});

const drawn = (options: Partial<Parameters<typeof scatterDrawing>[0]> = {}) =>
  scatterDrawing({
    layout,
    titleX: "latency",
    titleY: "accuracy",
    groups: [{ rows: [0, 1, 2, 3], fill: "#0b5cad", opacity: 0.5 }],
    radius: 2,
    picture: null,
    brush: null,
    brushFill: "#0b5cad",
    selected: null,
    ...options,
  });

describe("scatterDrawing", () => {
  it("draws every measured row as a circle in its place, and none where a metric is missing", () => {
    expect(drawn().shapes.filter(({ kind }) => kind === "points")).toEqual([
      {
        kind: "points",
        at: [
          [64, 126],
          [164, 26],
          [264, 76],
        ],
        radius: 2,
        fill: "#0b5cad",
        opacity: 0.5,
      },
    ]);
  });

  it("draws a picture of the points instead where it is given one, under axes that are still texts", () => {
    const { shapes } = drawn({ picture: { address: "data:image/png;base64,AA==", padding: 4 } });
    expect(shapes.filter(({ kind }) => kind === "points")).toEqual([]);
    expect(shapes.find(({ kind }) => kind === "picture")).toEqual({
      kind: "picture",
      x: 60,
      y: 22,
      width: 208,
      height: 108,
      address: "data:image/png;base64,AA==",
    });
    const texts = shapes.flatMap((shape) => (shape.kind === "text" ? shape.text : []));
    expect(texts).toEqual(["0", "5", "10", "0", "20", "40", "60", "80", "100", "↑ accuracy", "latency →"]);
  });

  it("draws the rectangle and a ring around the selected row, which is no row that was not measured", () => {
    const { shapes } = drawn({ brush: { x: 10, y: 20, width: 30, height: 40 }, selected: 1 });
    expect(shapes.slice(-2)).toEqual([
      { kind: "rect", x: 74, y: 46, width: 30, height: 40, fill: "#0b5cad", opacity: 0.1 },
      { kind: "ring", x: 164, y: 26, radius: 7, strokeWidth: 3 },
    ]);
    expect(drawn({ selected: 3 }).shapes.some(({ kind }) => kind === "ring")).toBe(false);
  });
});

describe("the rectangle", () => {
  it("of a drag is cut to the plot, whichever way it went", () => {
    const expected = { x: 150, y: 0, width: 50, height: 30 };
    expect(rectangleBetween(layout, { x: 230, y: 30 }, { x: 150, y: -10 })).toEqual(expected);
    expect(rectangleBetween(layout, { x: 150, y: -10 }, { x: 230, y: 30 })).toEqual(expected);
  });

  it("of values has the larger one on top", () => {
    expect(brushRectangle(layout, { x: [5, 10], y: [50, 100] })).toEqual({
      x: 100,
      y: 0,
      width: 100,
      height: 50,
    });
  });
});
