import { describe, expect, it } from "vitest";
import { writeDot } from "@/lib/core/export/dot";
import { hasOnceForAllLists, onceForAllLists } from "@/lib/core/export/onceForAllLists";
import { datasetAt, sharedDataset } from "../blocks/readShared";

const staged = datasetAt("public/samples/staged.json");
const cell = datasetAt("public/samples/cell.json");

describe("an architecture in Graphviz's language", () => {
  it("has a frame for every unit and the chain of its layers", () => {
    const [first] = staged.architectures;
    const dot = writeDot(staged.space, first ?? { id: "", units: [], globals: [] });
    expect(dot).toContain('digraph "s0000" {\n  rankdir=LR;\n');
    expect(dot).toContain('  subgraph cluster_0 {\n    label="unit 1";\n    n0 [label="e4k7\\nlayer 1"];\n');
    expect(dot).toContain("  n0 -> n1;\n");
  });

  it("has the edges of a cell and their names, without a frame", () => {
    const [first] = cell.architectures;
    const dot = writeDot(cell.space, first ?? { id: "", units: [], globals: [] });
    expect(dot).toContain('  n0 [label="nor_conv_1x1\\n0->1"];\n');
    expect(dot).toContain("  n2 -> n5;\n");
    expect(dot).not.toContain("subgraph");
  });

  it("keeps quotes inside of quotes", () =>
    expect(writeDot(cell.space, { id: 'a"\\b', units: [], globals: [] })).toContain('digraph "a\\"\\\\b" {'));
});

describe("once-for-all's lists", () => {
  it("say the blocks of any staged space with kernels and expand ratios", () => {
    const [first] = staged.architectures;
    expect(hasOnceForAllLists(staged.space)).toBe(true);
    expect(onceForAllLists(staged.space, first ?? { id: "", units: [], globals: [] })).toBe(
      '{"ks":[7,7,7,7,7,7,7,7,7,5,5,5,7,3,3,3],"e":[4,6,6,6,3,6,6,6,6,6,6,6,3,3,3,3],"d":[2,2,3,2]}\n',
    );
  });

  it("have the resolution where there is one, and are JSON where the file was not", () => {
    const dataset = sharedDataset("data/ofa_mbv3_dynas/orig/mbnv3w10_evoga_acc.csv");
    const [first] = dataset?.architectures ?? [];
    if (dataset && first)
      expect(onceForAllLists(dataset.space, first)).toMatch(/"d":\[2,3,2,4,3\],"r":\[224\]\}\n$/);
  });

  it("are not there for cells", () => expect(hasOnceForAllLists(cell.space)).toBe(false));
});
