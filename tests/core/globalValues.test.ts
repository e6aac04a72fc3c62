import { expect, it } from "vitest";
import { globalValues } from "@/lib/core/globalValues";

const architectures = [
  [0, 0],
  [2, 10],
  [2, 20],
  [0, 30],
  [2, 40],
  [2, 50],
  [2, 60],
].map((globals, index) => ({ id: String(index), units: [], globals }));

it("are those that were seen, with how many have them", () =>
  expect(
    globalValues(
      { globalFeatures: [{ name: "act", kind: "categorical", values: ["a", "b", "c"] }] },
      architectures,
    ),
  ).toEqual([
    { featureIndex: 0, feature: "act", value: "a", code: 0, support: 2 },
    { featureIndex: 0, feature: "act", value: "c", code: 2, support: 5 },
  ]));

it("are five over the range of a continuous feature, both ends among them", () => {
  const globalFeatures = [
    { name: "act", kind: "categorical", values: ["a", "b", "c"] },
    { name: "width", kind: "continuous", values: [0, 60] },
  ] as const;
  const widths = globalValues({ globalFeatures }, architectures).filter(({ feature }) => feature === "width");
  expect(widths.map(({ code }) => code)).toEqual([0, 20, 30, 50, 60]);
});
