import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { buildMbconv, type MbconvTemplate } from "@/lib/core/blocks/templates/mbconvTemplate";
import { OFA_MOBILENET_V3, OFA_PROXYLESS, STAGED_SAMPLE } from "@/lib/core/blocks/templates/presets";
import type { Dataset } from "@/lib/core/dataset";
import { datasetAt, metricIndex, sharedDataset } from "../readShared";

/** Rows whose counts by the template are farther than 1 % from those of the file, as lines for people. */
function disagreements(dataset: Dataset, template: MbconvTemplate, params: string, macs: string): string[] {
  const [paramsIndex, macsIndex] = [metricIndex(dataset, params), metricIndex(dataset, macs)];
  return dataset.architectures.flatMap((architecture) => {
    const counted = countNetwork(buildMbconv(dataset.space, architecture, template));
    const said = { parameters: architecture.metrics[paramsIndex], macs: architecture.metrics[macsIndex] };
    const isClose = (ours: number, theirs: number | null | undefined) =>
      typeof theirs === "number" && Math.abs(ours / theirs - 1) <= 0.01;
    return isClose(counted.parameters, said.parameters) && isClose(counted.macs, said.macs)
      ? []
      : [
          `row ${architecture.row}: ${counted.parameters} parameters of ${said.parameters}, ${counted.macs} MACs of ${said.macs}`,
        ];
  });
}

const DYNAS_FILES = [
  "evoga_acc",
  "evonsga2_acc_macs",
  "evounsga3_acc_macs_params",
  "linasga_acc",
  "linasnsga2_acc_macs",
].map((name) => `data/ofa_mbv3_dynas/orig/mbnv3w10_${name}.csv`);

describe("inverted bottlenecks by a template", () => {
  it.each(DYNAS_FILES)("count parameters and MACs of once-for-all networks as the table says: %s", (file) => {
    const dataset = sharedDataset(file);
    if (dataset === null) return;
    const wrong = disagreements(dataset, OFA_MOBILENET_V3, "model_parameters", "macs");
    console.info(
      `${file}: ${dataset.architectures.length - wrong.length} of ${dataset.architectures.length} rows agree within 1 %`,
    );
    for (const line of wrong) console.info(line);
    expect(wrong.length).toBeLessThanOrEqual(0.05 * dataset.architectures.length);
  });

  it("counts every row of the staged sample exactly", () => {
    const dataset = datasetAt("public/samples/staged.json");
    const [params, macs] = [metricIndex(dataset, "params"), metricIndex(dataset, "flops")];
    const exact = dataset.architectures.filter((architecture) => {
      const counted = countNetwork(buildMbconv(dataset.space, architecture, STAGED_SAMPLE));
      return (
        counted.parameters === architecture.metrics[params] && counted.macs === architecture.metrics[macs]
      );
    });
    expect(exact.length).toBe(2000);
  });

  it("says what does not fit", () => {
    const { space, architectures } = datasetAt("public/samples/staged.json");
    const [first] = architectures;
    if (!first) throw new Error("The sample is empty.");
    expect(() => buildMbconv(space, first, OFA_MOBILENET_V3)).toThrow(
      "The template has 5 units, the architecture 4.",
    );
    expect(() => buildMbconv({ ...space, nodeFeatures: [] }, first, STAGED_SAMPLE)).toThrow(
      "A block needs the feature expand as a number above 0, and has none.",
    );
  });

  it("widens ProxylessNAS to the channels that once-for-all trained", () => {
    const units = [4, 4, 4, 4, 4, 1].map((length) => Array.from({ length }, () => [0, 0]));
    const network = buildMbconv(
      {
        structure: "staged",
        units: [],
        nodeFeatures: [
          { name: "expand", kind: "ordinal", values: [6] },
          { name: "kernel", kind: "ordinal", values: [3] },
        ],
        globalFeatures: [],
        notation: "once-for-all",
        constants: {},
      },
      { id: "full", units, globals: [] },
      OFA_PROXYLESS,
    );
    const channels = (name: string) => network.layers.find((layer) => layer.name === name)?.shape[0];
    expect(channels("stem_conv")).toBe(40);
    expect([1, 2, 3, 4, 5, 6].map((unit) => channels(`unit${unit}_layer1_project_conv`))).toEqual([
      32, 56, 104, 128, 248, 416,
    ]);
    expect(channels("head_expand_conv")).toBe(1664);
    expect(network.layers.at(-1)?.shape).toEqual([1000]);
  });
});
