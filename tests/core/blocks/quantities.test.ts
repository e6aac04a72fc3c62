import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countedQuantities } from "@/lib/core/blocks/quantities";
import { suggestTemplates } from "@/lib/core/blocks/templates/suggest";
import { parseConstraints } from "@/lib/core/constraint";
import { importFile } from "@/lib/core/formats";

const outcome = importFile({ name: "staged.json", bytes: readFileSync("public/samples/staged.json") });
if (!outcome.ok) throw new Error(outcome.message);
const { space, metrics, architectures } = outcome.dataset;
const [suggestion] = suggestTemplates(space);
if (!suggestion) throw new Error("no template");
const counted = countedQuantities(space, suggestion.template);

describe("counted quantities in constraints", () => {
  it("are the parameters that the sample's rows were measured to have", () => {
    const params = metrics.findIndex(({ name }) => name === "params");
    const [count] = counted;
    for (const row of architectures.slice(0, 50)) expect(count?.of(row)).toBe(row.metrics[params]);
  });

  it("need no predictor", () => {
    const { constraints, faults } = parseConstraints("params < 12e3 and macs > 0", {
      space,
      predicted: [],
      counted,
    });
    expect(faults).toEqual([]);
    expect(constraints.map(({ predictedIndexes }) => predictedIndexes)).toEqual([[], []]);
    // The sample's first row has 11,236 parameters.
    const [first] = architectures;
    if (!first) throw new Error("no row");
    expect(constraints.map(({ violation }) => violation(first, []))).toEqual([0, 0]);
    const [tight] = parseConstraints("params < 5618", { space, predicted: [], counted }).constraints;
    expect(tight?.violation(first, [])).toBe(1);
  });

  it("are unknown where the template makes no network of an architecture", () => {
    const [count] = counted;
    expect(count?.of({ id: "", units: [], globals: [] })).toBeNaN();
  });
});
