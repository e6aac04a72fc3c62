import { expect, it } from "vitest";
import { architectureDiagram } from "@/lib/figures/architectureDiagram";
import { stagedSpace } from "../builder/spaces";

it("labels boxes with operation and place, and rows with their unit", () => {
  const diagram = architectureDiagram(stagedSpace, {
    id: "a",
    units: [
      [
        [0, 0],
        [1, 2],
      ],
      [[1, 1]],
    ],
    globals: [0],
  });
  expect(diagram.boxes.map(({ label, place }) => [label, place])).toEqual([
    ["e3k3", "layer 1"],
    ["e6k7", "layer 2"],
    ["e6k5", "layer 1"],
  ]);
  expect(diagram.labels.map(({ text }) => text)).toEqual(["unit 1", "unit 2"]);
  expect(diagram.arrows).toHaveLength(2);
});
