import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { brokenConstraints, parseConstraints } from "@/lib/core/constraint";
import { cellSpace, stagedSpace } from "../builder/spaces";

/** Unit 1: e3k3 e6k7; unit 2: e3k5 e3k5 e6k3; resolution 192. */
const network: Architecture = {
  id: "",
  units: [
    [
      [0, 0],
      [1, 2],
    ],
    [
      [0, 1],
      [0, 1],
      [1, 0],
    ],
  ],
  globals: [1],
};

const scope = {
  space: stagedSpace,
  predicted: ["accuracy", "latency_cpu", "accuracy / latency_cpu"],
  counted: [{ name: "params", of: () => 4e6 }],
  measured: ["accuracy", "latency_cpu", "energy"],
};
const values = [75, 20, 3.75];
const violation = (text: string) =>
  parseConstraints(text, scope).constraints.reduce((sum, one) => sum + one.violation(network, values), 0);
const fault = (text: string) => parseConstraints(text, scope).faults[0];

describe("constraints", () => {
  it.each([
    ["latency_cpu <= 20", 0],
    ["latency_cpu < 10", 1],
    ["latency_cpu < 20", 1e-9],
    ["accuracy > 70 and latency_cpu < 16", 0.25],
    ["accuracy * 2 / latency_cpu > 7", 0],
    ["accuracy / latency_cpu > 3.7", 0],
    ["params < 5e6", 0],
    ["params < 2e6", 1],
    ["units[2].length = 3", 0],
    ["units[2].length = 2", 0.5],
    ["units[1].length + units[2].length >= 5", 0],
    ["units[1][2].kernel == 7", 0],
    ["units[1][3].kernel = 7", 1],
    ["units[1][1].expand != 3", 1],
    ["nodes = 5", 0],
    ["resolution >= 192", 0],
    ["", 0],
  ])("%s is broken by %d", (text, by) => expect(violation(text)).toBeCloseTo(by, 12));

  it("speak of values that are words", () => {
    const cell: Architecture = { id: "", units: [[[0], [1], [1]]], globals: [] };
    const { constraints } = parseConstraints('units[1][1].op = "none"\ncount("conv") < 2', {
      space: cellSpace,
      predicted: [],
    });
    expect(constraints.map((one) => one.violation(cell, []))).toEqual([0, 1e-9]);
    expect(brokenConstraints(constraints, cell, []).map(({ constraint }) => constraint.text)).toEqual([
      'count("conv") < 2',
    ]);
  });

  it("say which predictions they need", () =>
    expect(
      parseConstraints(
        "units[2].length = 3\nlatency_cpu < 20\naccuracy / latency_cpu > 1",
        scope,
      ).constraints.map(({ predictedIndexes }) => predictedIndexes),
    ).toEqual([[], [1], [2]]));

  it.each([
    [
      "latency_cpu < 20\naccuracy >",
      2,
      10,
      "The expression ends too early: something must follow the last operator.",
    ],
    ["accuracy", 1, 0, "A constraint compares two values, as in latency < 20 or units[1].length = 2."],
    ["acuracy > 70", 1, 0, "There is no metric acuracy. Did you mean accuracy?"],
    [
      "accuracy > 1 and energy < 3",
      1,
      17,
      "energy was measured, but nothing predicts it here: train a predictor with it as target, and choose that one too.",
    ],
    ["units[0].length = 2", 1, 6, "There are 2 units, counted from 1: units[1] to units[2]."],
    ["units[1][9].kernel = 3", 1, 9, "There are 3 layers, counted from 1: units[1][1] to units[1][3]."],
    ["units[1].depth = 2", 1, 0, "A unit has a length, no depth; a layer of it is units[1][1]."],
    ["units.length = 2", 1, 0, "Write units[1].length or units[1][2].FEATURE; both count from 1."],
    ["units[1][1].width = 2", 1, 0, "No node has a feature width. Known are expand, kernel."],
    ['count("conv") < 2', 1, 6, 'No feature has the value "conv". Known are numbers only.'],
    ["70 < accuracy < 80", 1, 16, "Comparisons cannot be chained; join two of them by and."],
  ])("%s is refused where it is wrong", (text, line, position, message) =>
    expect(fault(text)).toEqual({ line, position, message }),
  );
});
