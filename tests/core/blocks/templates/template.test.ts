import { describe, expect, it } from "vitest";
import * as presets from "@/lib/core/blocks/templates/presets";
import { readTemplate } from "@/lib/core/blocks/templates/template";

describe("a template as JSON", () => {
  it.each(Object.entries(presets))("is read back as it was: %s", (_, preset) => {
    expect(readTemplate(JSON.parse(JSON.stringify(preset)))).toEqual({ ok: true, template: preset });
  });

  const faultsOf = (value: unknown) => {
    const outcome = readTemplate(value);
    return outcome.ok ? [] : outcome.faults.map(({ field, message }) => `${field}: ${message}`);
  };

  it("says of every fault where it stands", () => {
    const [unit] = presets.STAGED_SAMPLE.units;
    expect(
      faultsOf({
        ...presets.STAGED_SAMPLE,
        numClasses: "ten",
        units: [unit, { ...unit, stride: 0, shape: "round" }],
      }),
    ).toEqual([
      'numClasses: "ten" is not a whole number from 1 to 1000000',
      "units[1].shape: is not a field of it",
      "units[1].stride: 0 is not a whole number from 1 to 8",
    ]);
    expect(faultsOf({ ...presets.NAS_BENCH_201, operations: { mine: "lstm" } })[0]).toMatch(
      'operations.mine: step 1, "lstm", is not known: a step is',
    );
  });

  it("is an object with a family", () => {
    expect(faultsOf("x")).toEqual(["template: is not a JSON object"]);
    expect(faultsOf({})).toEqual([
      "family: nothing is not one of mbconv, edgeCell, nodeCell, darts, transformer",
    ]);
  });
});
