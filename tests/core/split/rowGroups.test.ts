import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { groupingFeatures, groupRows, parseGrouping, tiedWords } from "@/lib/core/split/rowGroups";

const ordinal = (name: string, values: readonly (number | string)[]) =>
  ({ name, kind: "ordinal", values }) as const;

const space: SearchSpace = {
  structure: "chain",
  units: [{ name: "unit 1", lengths: [2] }],
  nodeFeatures: [ordinal("kernel", [3, 5])],
  globalFeatures: [ordinal("resolution", [160, 192]), ordinal("device", ["cpu", "gpu"])],
  notation: "test",
  constants: {},
};
const row = (id: string, kernels: readonly number[], resolution: number, device: number): Architecture => ({
  id,
  units: [kernels.map((kernel) => [kernel])],
  globals: [resolution, device],
});
const rows = [
  row("a", [0, 0], 0, 0),
  row("b", [0, 1], 0, 0),
  row("a again", [0, 0], 0, 0),
  row("a on a gpu", [0, 0], 0, 1),
  row("a, larger images", [0, 0], 1, 1),
  row("the reverse of b", [1, 0], 0, 0),
];

describe("rows that belong together", () => {
  it.each([
    // The device is no part of a network, the resolution is; the order of layers counts.
    ["automatic", [0, 1, 0, 0, 2, 3], 1, 3],
    ["none", [0, 1, 2, 3, 4, 5], 0, 0],
    ["by:device", [0, 0, 0, 1, 1, 0], 2, 6],
    ["by:resolution", [0, 0, 0, 0, 1, 0], 1, 5],
    ["except:resolution", [0, 1, 0, 0, 0, 2], 1, 4],
  ])("%s", (text, of, numShared, numTied) => {
    const grouping = parseGrouping(text);
    if (grouping === null) throw new Error("not read");
    expect(groupRows(space, rows, grouping)).toEqual({ of, numShared, numTied });
  });

  it("are those with the same value of a column of a flat table", () => {
    const flat: SearchSpace = {
      ...space,
      structure: "flat",
      units: [{ name: "network", lengths: [2], layerNames: ["family", "act"] }],
      nodeFeatures: [ordinal("family", ["resnet", "vit"]), ordinal("act", ["relu", "gelu"])],
      globalFeatures: [],
    };
    const of = (family: number, act: number): Architecture => ({
      id: "",
      units: [
        [
          [family, -1],
          [-1, act],
        ],
      ],
      globals: [],
    });
    const grouped = groupRows(flat, [of(0, 0), of(1, 0), of(0, 1)], { kind: "by", feature: "family" });
    expect(grouped).toEqual({ of: [0, 1, 0], numShared: 1, numTied: 2 });
    expect(groupingFeatures(flat)).toEqual(["family", "act"]);
  });

  it.each(["by:task", "except:task", "by:kernel"])("%s names the features that there are", (text) =>
    expect(() => groupRows(space, rows, parseGrouping(text) ?? { kind: "none" })).toThrow(
      "it is no feature of whole architectures; there are: resolution, device.",
    ),
  );

  it.each(["", "auto", "by:", "device"])("%j is no rule", (text) => expect(parseGrouping(text)).toBeNull());
});

it.each([
  [
    "automatic",
    42,
    "42 networks stand in several rows, 1,169 in all; all rows of one network were trained on, validated or held out together.",
  ],
  [
    "except:device",
    1,
    "1 network stands in several rows, whatever the device, 1,169 in all; all rows of one network were trained on, validated or held out together.",
  ],
  [
    "by:device",
    2,
    "2 values of device stand in several rows, 1,169 in all; all rows of one value of device were trained on, validated or held out together.",
  ],
])("what %s kept together is said in words", (rule, numGroups, words) =>
  expect(tiedWords({ rule, numGroups, numRows: 1169 })).toBe(words),
);
