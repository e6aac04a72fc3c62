import { describe, expect, it } from "vitest";
import { recodeArchitecture } from "@/lib/core/recode";
import type { SearchSpace } from "@/lib/core/searchSpace";

const wide: SearchSpace = {
  structure: "staged",
  units: [{ name: "unit 1", lengths: [1, 2] }],
  nodeFeatures: [
    { name: "expand", kind: "ordinal", values: [3, 4, 6] },
    { name: "kernel", kind: "ordinal", values: [3, 5, 7] },
  ],
  globalFeatures: [{ name: "resolution", kind: "continuous", values: [192, 224] }],
  notation: "tokens",
  constants: {},
};

/** What a file spans in which every kernel is 5 and every resolution 208. */
const narrow: SearchSpace = {
  ...wide,
  units: [{ name: "unit 1", lengths: [2] }],
  nodeFeatures: [{ name: "expand", kind: "ordinal", values: [4, 6] }],
  globalFeatures: [],
  constants: { kernel: 5, resolution: 208 },
};

describe("recoding an architecture", () => {
  it("goes by values, and takes from the constants what does not vary there", () =>
    expect(recodeArchitecture({ id: "a", units: [[[0], [1]]], globals: [] }, narrow, wide)).toEqual({
      ok: true,
      architecture: {
        id: "a",
        units: [
          [
            [1, 1],
            [2, 1],
          ],
        ],
        globals: [208],
      },
    }));

  it("names the field that the other space does not allow", () =>
    expect(recodeArchitecture({ id: "a", units: [[[0, 0]]], globals: [200] }, wide, narrow)).toMatchObject({
      ok: false,
      field: "units[0]",
    }));
});
