import { describe, expect, it } from "vitest";
import { globalsModule } from "@/lib/core/module";
import { readReducedSpace, writeReducedSpace } from "@/lib/core/search/reducedFile";
import type { Slot } from "@/lib/core/search/slots";
import { stagedSpace as space } from "../../builder/spaces";

const slots: readonly Slot[] = [
  {
    name: "unit 1",
    modules: [
      {
        unitIndex: 0,
        layers: [0, 1],
        nodes: [
          [0, 2],
          [1, 0],
        ],
        gains: [1.5],
      },
      {
        unitIndex: 0,
        layers: [0, 1],
        nodes: [
          [0, -1],
          [1, 1],
        ],
        gains: [1],
      },
    ],
  },
  { name: "features of the whole", modules: [{ ...globalsModule([1]), gains: [0.5] }] },
];
const origin = {
  dataset: "nets",
  datasetHash: "abc",
  predictors: [{ name: "first", seed: 1 }],
  sought: [{ name: "accuracy", goal: "max" as const }],
  wholeSize: 21_758_655_492_572_485_851n,
};
const text = writeReducedSpace(space, slots, origin);

describe("a reduced space as a file", () => {
  it("speaks in feature values and exact counts", () =>
    expect(JSON.parse(text)).toMatchObject({
      format: "archwright-reduced-space",
      size: "2",
      wholeSize: "21758655492572485851",
      slots: [
        {
          name: "unit 1",
          modules: [
            {
              unit: 1,
              layers: [1, 2],
              nodes: [
                { expand: 3, kernel: 7 },
                { expand: 6, kernel: 3 },
              ],
            },
            {},
          ],
        },
        { modules: [{ nodes: [{ resolution: 192 }] }] },
      ],
    }));

  it("comes back as it was", () =>
    expect(readReducedSpace(text, space)).toEqual({ ok: true, slots, sought: ["accuracy"] }));

  it.each([
    ["{", "The file is no JSON. Choose one that Search exported."],
    ["[]", "The file cannot be used: the file is no record."],
    [
      '{"format":"archset"}',
      "The file cannot be used: this is no reduced space; export one from the Search page.",
    ],
    [
      text.replace('"version": 1', '"version": 2'),
      "The file cannot be used: version 2 is not known; this program reads version 1.",
    ],
    [
      text.replace('"expand": 3', '"expand": 4'),
      "The file cannot be used: slots[0].modules[0].nodes[0].expand is 4, not one of 3, 6.",
    ],
    [
      text.replace('"unit": 1', '"unit": 9'),
      "The file cannot be used: slots[0].modules[0].unit is 9; the dataset has 2 units.",
    ],
  ])("refuses what it cannot use, and says where", (file, message) =>
    expect(readReducedSpace(file, space)).toEqual({ ok: false, message }),
  );
});
