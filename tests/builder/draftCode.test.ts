import { describe, expect, it } from "vitest";
import { emptyDraft, type Draft } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { cellSpace, stagedSpace } from "./spaces";

const draft: Draft = { units: [[[0, 2], null, [1, 1]], []], globals: [1] };

describe("a draft as text", () => {
  it("is short and comes back equal", () => {
    expect(encodeDraft(draft)).toBe("0,2;_;1,1|~1");
    expect(parseDraft("0,2;_;1,1|~1", stagedSpace)).toEqual(draft);
  });

  it("an empty draft needs no text", () => expect(encodeDraft(emptyDraft(stagedSpace))).toBeNull());

  it("keeps opened layers and values that are not chosen", () => {
    const opened: Draft = { units: [[null, null], []], globals: [null] };
    expect(encodeDraft(opened)).toBe("_;_|~_");
    expect(parseDraft("_;_|~_", stagedSpace)).toEqual(opened);
  });

  it("keeps connections", () => {
    const graph: Draft = {
      units: [[[0], [1], [1]]],
      globals: [],
      edges: [
        [0, 2],
        [1, 2],
      ],
    };
    expect(encodeDraft(graph)).toBe("0;1;1~~0.2,1.2");
    expect(parseDraft("0;1;1~~0.2,1.2", { ...cellSpace, structure: "graph" })).toEqual(graph);
  });

  it.each([
    ["another number of units", "0,2"],
    ["a code beyond the values", "0,3|"],
    ["too few features", "0|"],
    ["too many features", "0,1,1|"],
    ["text", "a,b|"],
    ["too many layers", "0,0;0,0;0,0;0,0|"],
    ["another number of global values", "|~1,1"],
    ["a global value that is no number", "|~x"],
    ["a connection from nowhere", "0,0|~1~0.5"],
    ["a part too many", "|~1~0.0~1"],
  ])("%s is no draft of the space", (_, text) => expect(parseDraft(text, stagedSpace)).toBeNull());
});
