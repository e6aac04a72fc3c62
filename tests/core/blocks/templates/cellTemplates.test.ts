import { describe, expect, it } from "vitest";
import { countNetwork, type Counts } from "@/lib/core/blocks/count";
import { CELL_SAMPLE, NAS_BENCH_101, NAS_BENCH_201 } from "@/lib/core/blocks/templates/presets";
import { buildNetwork, type Template } from "@/lib/core/blocks/templates/template";
import type { Architecture } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { importFile } from "@/lib/core/formats";
import { suggestTemplates } from "@/lib/core/blocks/templates/suggest";
import { datasetAt, metricIndex, sharedDataset } from "../readShared";

function counted(space: SearchSpace, architecture: Architecture, template: Template): Counts {
  const outcome = buildNetwork(space, architecture, template);
  if (!outcome.ok) throw new Error(outcome.message);
  return countNetwork(outcome.network);
}

const sample = datasetAt("public/samples/cell.json");
const allOf = (operation: string): Architecture => ({
  id: operation,
  units: [Array.from({ length: 6 }, () => [sample.space.nodeFeatures[0]?.values.indexOf(operation) ?? -1])],
  globals: [],
});

describe("cells by a template", () => {
  it("count every row of the sample cell exactly", () => {
    const [params, macs] = [metricIndex(sample, "params"), metricIndex(sample, "flops")];
    const exact = sample.architectures.filter((architecture) => {
      const counts = counted(sample.space, architecture, CELL_SAMPLE);
      return counts.parameters === architecture.metrics[params] && counts.macs === architecture.metrics[macs];
    });
    expect(exact.length).toBe(351);
  });

  it("have the parameters that NAS-Bench-201 publishes for its largest and smallest network", () => {
    expect(counted(sample.space, allOf("nor_conv_3x3"), NAS_BENCH_201).parameters).toBe(1_531_546);
    expect(counted(sample.space, allOf("none"), NAS_BENCH_201).parameters).toBe(73_306);
  });

  it.each(["ec_nas_4v9e", "ec_nas_5v9e"])(
    "count NAS-Bench-101's parameters as the table says: %s",
    (name) => {
      const dataset = sharedDataset(`data/ec_nas/${name}.json`);
      if (dataset === null) return;
      const params = metricIndex(dataset, "params");
      const exact = dataset.architectures.filter(
        (architecture) =>
          counted(dataset.space, architecture, NAS_BENCH_101).parameters === architecture.metrics[params],
      );
      console.info(`${name}: ${exact.length} of ${dataset.architectures.length} rows exact`);
      expect(exact.length).toBe(dataset.architectures.length);
    },
  );

  it("have the parameters that DARTS publishes for its second genotype", () => {
    const normal =
      "[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0), ('dil_conv_3x3', 2)]";
    const reduce =
      "[('max_pool_3x3', 0), ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2), ('skip_connect', 2), ('max_pool_3x3', 1)]";
    const genotype = `Genotype(normal=${normal}, normal_concat=range(2, 6), reduce=${reduce}, reduce_concat=range(2, 6))`;
    const other = genotype.replaceAll("dil_conv_3x3", "none");
    const text = JSON.stringify([
      { genotype, accuracy: 97.2 },
      { genotype: other, accuracy: 90 },
    ]);
    const outcome = importFile({ name: "darts.json", bytes: new TextEncoder().encode(text) });
    if (!outcome.ok) throw new Error(outcome.message);
    const { space, architectures } = outcome.dataset;
    const [suggestion] = suggestTemplates(space);
    const [second] = architectures;
    if (!second || !suggestion) throw new Error("The genotype was not read.");
    // 3.35 million, as its log says without the auxiliary head.
    expect(counted(space, second, suggestion.template).parameters).toBe(3_349_342);
  });

  const strange: SearchSpace = {
    ...sample.space,
    nodeFeatures: [{ name: "op", kind: "categorical", values: ["involution_7x7", "none"] }],
  };
  const one: Architecture = { id: "one", units: [[[0], [1], [0], [1], [1], [0]]], globals: [] };

  it("name the operations that nothing defines", () => {
    const outcome = buildNetwork(strange, one, NAS_BENCH_201);
    expect(outcome).toEqual({
      ok: false,
      unknown: ["involution_7x7"],
      message: "Nothing says what involution_7x7 is made of.",
    });
  });

  it("take a definition from the template", () => {
    const defined = { ...NAS_BENCH_201, operations: { involution_7x7: "depthwise 7x7 > bn > relu" } };
    // Three edges of 15 cells with 49 weights, a scale and a shift for 16, 32 and 64 channels.
    expect(counted(strange, one, defined).parameters).toBe(73_306 + 3 * 5 * (49 + 2) * (16 + 32 + 64));
  });

  it("say where a definition does not give the channels that are needed", () => {
    const halved = { ...NAS_BENCH_201, operations: { involution_7x7: "conv 1x1 /2" } };
    expect(buildNetwork(strange, one, halved)).toEqual({
      ok: false,
      unknown: [],
      message:
        "stage 1, cell 1, edge 0->1: the operation gives 8 channels where 16 are needed; put a conv 1x1 into its composition.",
    });
  });
});
