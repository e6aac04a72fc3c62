import { expect, it } from "vitest";
import { hopBarsDrawing } from "@/lib/figures/hopBarsDrawing";

it("draws a bar a hop from 0 to its SRCC, and none where there is no number", () => {
  const { shapes, height } = hopBarsDrawing([0.5, -0.25, NaN], "SRCC by hop", "#0b5cad");
  const texts = shapes.flatMap((shape) => (shape.kind === "text" ? shape.text : []));
  expect(texts).toEqual(["SRCC by hop", "-1", "0", "1", "hop 0", "0.50", "hop 1", "-0.25", "hop 2", "n/a"]);
  expect(shapes.filter(({ kind }) => kind === "rect")).toEqual([
    { kind: "rect", x: 236, y: 51, width: 70, height: 12, fill: "#0b5cad" },
    { kind: "rect", x: 201, y: 73, width: 35, height: 12, fill: "#0b5cad" },
  ]);
  expect(height).toBe(112);
});
