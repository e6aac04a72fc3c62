import { describe, expect, it } from "vitest";
import { imported, notes, readBack, valuesOf, written } from "./reading";

const rows = (...archs: readonly unknown[]): string =>
  JSON.stringify(archs.map((arch, row) => ({ arch, acc: row })));

describe("lists with one value a layer", () => {
  const padded = rows(
    {
      sample_n_layer: 2,
      sample_n_head: [4, 8, 12],
      sample_mlp: [2, 3, 4],
      sample_embed_dim: 384,
      sample_bias: false,
    },
    {
      sample_n_layer: 3,
      sample_n_head: [8, 8, 4],
      sample_mlp: [2, 2, 4],
      sample_embed_dim: 768,
      sample_bias: true,
    },
  );

  it("are active up to the depth; the tail is left out and reported", () => {
    const outcome = imported(padded);
    expect(outcome.report).toMatchObject({ format: "layer-lists", structure: "chain" });
    expect(valuesOf(outcome.dataset)[0]).toEqual({
      units: [
        [
          { n_head: 4, mlp: 2 },
          { n_head: 8, mlp: 3 },
        ],
      ],
      globals: { embed_dim: 384, bias: "false" },
      edges: undefined,
    });
    expect(notes(outcome).slice(0, 1)).toEqual([
      "sample_n_layer: In 1 row sample_n_head and sample_mlp list more values than sample_n_layer has layers. What stands behind the last active layer was left out.",
    ]);
  });

  it("are written back as long as they were, the tail filled up", () => {
    const { dataset } = imported(padded);
    expect(written(dataset)[0]).toBe(
      '{"sample_n_layer":2,"sample_n_head":[4,8,8],"sample_mlp":[2,3,3],"sample_embed_dim":384,"sample_bias":false}',
    );
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("may be columns with blanks between, beside which settings stand but no text behind them", () => {
    const { report, dataset } = imported(
      "embed_dim,n_layer,bias,n_head,accuracy,unit\n384,2,False,12 4 8,0.5,s\n192,3,True,4 4 8,0.6,ms\n384,3,True,4 4 4,0.7,s",
    );
    expect(report.features.map(({ name }) => name)).toEqual(["n_head", "embed_dim", "bias", "layer"]);
    expect(written(dataset)[0]).toBe('{"embed_dim":384,"n_layer":2,"bias":false,"n_head":[12,4,4]}');
  });

  it("may follow the depth, and then no tail is written", () => {
    const { dataset } = imported(rows({ depth: 2, heads: [3, 4] }, { depth: 3, heads: [4, 4, 3] }));
    expect(written(dataset)).toEqual(['{"depth":2,"heads":[3,4]}', '{"depth":3,"heads":[4,4,3]}']);
  });

  it("of encoder and decoder are two units, in Python as they came", () => {
    const text =
      "{'encoder_heads': [8, 4], 'decoder_heads': [4, 4, 8], 'decoder_layer_num': [2], 'decoder_embed_dim': [512]}";
    const { report, dataset } = imported(rows(text, text.replace("[2]", "[3]").replace("512", "640")));
    expect(report.units.map(({ name, lengths }) => [name, lengths])).toEqual([
      ["encoder", [2]],
      ["decoder", [2, 3]],
    ]);
    expect(written(dataset)[0]).toBe(text.replace("[4, 4, 8]", "[4, 4, 4]"));
  });

  it("by stage make a stage one node with its depth as a feature", () => {
    const { report, dataset } = imported(
      rows(
        { base_dim: 16, mlp_ratio: 6, depth: [2, 8, 4], num_heads: [2, 4, 4] },
        { base_dim: 24, mlp_ratio: 2, depth: [1, 8, 6], num_heads: [8, 4, 4] },
      ),
    );
    expect(report.structure).toBe("staged");
    expect(valuesOf(dataset)[0]?.units).toEqual([
      [{ depth: 2, num_heads: 2 }],
      [{ depth: 8, num_heads: 4 }],
      [{ depth: 4, num_heads: 4 }],
    ]);
    expect(written(dataset)[0]).toBe('{"base_dim":16,"mlp_ratio":6,"depth":[2,8,4],"num_heads":[2,4,4]}');
  });

  it("are not seen in results of several seeds", () =>
    expect(() => imported('[{"name": "a", "val_acc": [1, 2], "test_acc": [1, 2]}]')).toThrow(
      "No column holds",
    ));
});
