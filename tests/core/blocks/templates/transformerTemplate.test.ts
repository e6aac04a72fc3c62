import { describe, expect, it } from "vitest";
import { countNetwork } from "@/lib/core/blocks/count";
import { suggestTemplates } from "@/lib/core/blocks/templates/suggest";
import { buildNetwork } from "@/lib/core/blocks/templates/template";
import { metricIndex, sharedDataset } from "../readShared";

describe("transformers by a template", () => {
  it("count HW-GPT's parameters as the table says, and its MACs up to attention's own", () => {
    const dataset = sharedDataset("data/hw_gpt_s/hw_gpt_s.csv");
    if (dataset === null) return;
    const [suggestion] = suggestTemplates(dataset.space);
    if (!suggestion) throw new Error("No template is suggested.");
    const [params, macs] = [metricIndex(dataset, "params"), metricIndex(dataset, "macs")];
    const rows = dataset.architectures.slice(0, 1000);
    const exact = rows.filter((architecture) => {
      const outcome = buildNetwork(dataset.space, architecture, suggestion.template);
      if (!outcome.ok) return false;
      const counts = countNetwork(outcome.network);
      // The table counts linear layers only, for 8,192 tokens where the template has a context of 128.
      const heads = outcome.network.layers
        .filter(({ operation }) => operation.kind === "attention")
        .reduce((sum, { shape }) => sum + 2 * 128 * 128 * (shape[1] ?? 0), 0);
      return (
        counts.parameters === architecture.metrics[params] &&
        (counts.macs - heads) * 64 === Number(architecture.metrics[macs])
      );
    });
    console.info(`hw_gpt_s: ${exact.length} of ${rows.length} rows exact`);
    expect(exact.length).toBe(rows.length);
  });

  it("builds AutoFormer's vision transformers under the names of its features", () => {
    const dataset = sharedDataset("data/autoprox_vit/gt_autoformer.json");
    const [first] = dataset?.architectures ?? [];
    const [suggestion] = dataset ? suggestTemplates(dataset.space) : [];
    if (!dataset || !first || !suggestion) return;
    const outcome = buildNetwork(dataset.space, first, suggestion.template);
    expect(outcome.ok && outcome.network.layers.at(-1)?.shape).toEqual([1000]);
    // 12 layers of 192 features, heads 4 3 ... of 64 features; 14 x 14 patches and a class token.
    expect(
      outcome.ok && outcome.network.layers.find(({ name }) => name === "embedding_class")?.shape,
    ).toEqual([197, 192]);
    expect(outcome.ok && countNetwork(outcome.network).parameters).toBe(5_791_720);
  });

  it("suggests none for stages that say how many blocks they have", () => {
    const dataset = sharedDataset("data/autoprox_vit/gt_pit.json");
    if (dataset) expect(suggestTemplates(dataset.space)).toEqual([]);
  });
});
