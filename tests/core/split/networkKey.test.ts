import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { importFile } from "@/lib/core/formats";
import { groupRows } from "@/lib/core/split/rowGroups";

const AUTOMATIC = { kind: "automatic" } as const;

/** Groups of the rows of a table, by first appearance. */
function groupsOf(name: string, text: string): readonly number[] {
  const outcome = importFile({ name, bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  const { space, architectures } = outcome.dataset;
  return groupRows(space, architectures, AUTOMATIC).of;
}

const cells = (...rows: readonly string[]) =>
  groupsOf(
    "cells.csv",
    ["id,arch,accuracy", ...rows.map((cell, row) => `c${row},${cell},0.${row + 1}`)].join("\n"),
  );

describe("cells that are one network", () => {
  it("differ only behind an edge that passes nothing on", () =>
    // Node 1 is read by nobody in the first two: what leads to it is dead. In the third it is read.
    expect(
      cells(
        "|conv~0|+|conv~0|none~1|+|none~0|none~1|conv~2|",
        "|pool~0|+|conv~0|none~1|+|none~0|none~1|conv~2|",
        "|pool~0|+|conv~0|none~1|+|none~0|conv~1|conv~2|",
      ),
    ).toEqual([0, 0, 1]));

  it("have their nodes in another order", () =>
    // conv then pool, through node 1 or through node 2; and pool then conv.
    expect(
      cells(
        "|conv~0|+|none~0|none~1|+|none~0|pool~1|none~2|",
        "|none~0|+|conv~0|none~1|+|none~0|none~1|pool~2|",
        "|pool~0|+|none~0|none~1|+|none~0|conv~1|none~2|",
      ),
    ).toEqual([0, 0, 1]));

  it("pass on unchanged what the others say directly", () =>
    expect(
      cells(
        "|none~0|+|none~0|none~1|+|conv~0|none~1|none~2|",
        "|skip_connect~0|+|none~0|none~1|+|none~0|conv~1|none~2|",
        "|conv~0|+|none~0|skip_connect~1|+|none~0|none~1|skip_connect~2|",
      ),
    ).toEqual([0, 0, 0]));

  it("do not share one convolution where the others have two", () =>
    expect(
      cells(
        "|conv~0|+|none~0|skip_connect~1|+|none~0|skip_connect~1|skip_connect~2|",
        "|conv~0|+|conv~0|none~1|+|none~0|skip_connect~1|skip_connect~2|",
      ),
    ).toEqual([0, 1]));

  it("see nothing of their input, whichever edges keep it away", () =>
    expect(
      cells(
        "|conv~0|+|conv~0|conv~1|+|none~0|none~1|none~2|",
        "|none~0|+|none~0|pool~1|+|none~0|pool~1|conv~2|",
        "|skip_connect~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|",
      ),
    ).toEqual([0, 0, 1]));

  it("are 5,425 of the 15,625 of NAS-Bench-201", () => {
    // Counted by a program of its own, which compares reduced graphs under all orders of their nodes: 5,425 networks;
    // 11,379 cells share 1,179 of them, and 460 share one.
    const names = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];
    const space = {
      structure: "cell",
      units: [{ name: "cell", lengths: [6] }],
      nodeFeatures: [{ name: "op", kind: "categorical", values: names }],
      globalFeatures: [],
      // Of the edges 0->1, 0->2, 1->2, 0->3, 1->3, 2->3: each is read by those that start where it ends.
      edges: [
        [0, 2],
        [0, 4],
        [1, 5],
        [2, 5],
      ],
      notation: "nas-bench-201",
      constants: {},
    } as const;
    const all = Array.from({ length: 5 ** 6 }, (_, number): Architecture => {
      const unit = Array.from({ length: 6 }, (_, place) => [Math.floor(number / 5 ** place) % 5]);
      return { id: "", units: [unit], globals: [] };
    });
    const { of, numShared, numTied } = groupRows(space, all, AUTOMATIC);
    const sizes = of.reduce<number[]>((counts, group) => {
      counts[group] = (counts[group] ?? 0) + 1;
      return counts;
    }, []);
    expect([sizes.length, numShared, numTied, Math.max(...sizes)]).toEqual([5425, 1179, 11379, 460]);
  });
});

describe("graphs that are one network", () => {
  const graphs = (...rows: readonly (readonly [matrix: string, ops: string])[]) =>
    groupsOf(
      "graphs.json",
      JSON.stringify(
        rows.map(([matrix, ops], row) => ({
          id: `g${row}`,
          adjacency: matrix.split(" ").map((line) => Array.from(line, Number)),
          ops: ["input", ...ops.split(" "), "output"],
          accuracy: row / 10,
        })),
      ),
    );

  it("have their nodes in another order, or nodes on no way from input to output", () =>
    expect(
      graphs(
        // Both convolutions read the input, and the output reads both.
        ["0110 0001 0001 0000", "conv1x1 conv3x3"],
        ["0110 0001 0001 0000", "conv3x3 conv1x1"],
        // One behind the other.
        ["0100 0010 0001 0000", "conv1x1 conv3x3"],
        ["0100 0010 0001 0000", "conv3x3 conv1x1"],
        // A pool that nobody reads beside the first of all.
        ["01110 00001 00001 00000 00000", "conv1x1 conv3x3 maxpool"],
      ),
    ).toEqual([0, 0, 1, 2, 0]));
});
