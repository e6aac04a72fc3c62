import { expect, it } from "vitest";
import { encodeGlobals } from "@/lib/predictor/combined/encodeGlobals";

it("has one input a value, three powers of a share of the range, and a last 1", () => {
  const space = {
    structure: "flat",
    units: [],
    nodeFeatures: [],
    globalFeatures: [
      { name: "act", kind: "categorical", values: ["relu", "gelu", "silu"] },
      { name: "width", kind: "continuous", values: [100, 300] },
    ],
    notation: "test",
    constants: {},
  } as const;
  expect([...encodeGlobals(space, [1, 200])]).toEqual([0, 1, 0, 0.5, 0.25, 0.125, 1]);
});
