import { describe, expect, it } from "vitest";
import { draftOf, emptyDraft, type Draft } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { applyEdit } from "@/lib/builder/edits";
import { slotsIssue, toArchitecture } from "@/lib/builder/legality";
import { genotypes } from "./genotypes";

const { space, architectures } = genotypes;
const [first, second] = architectures;
if (first === undefined || second === undefined) throw new Error("Two genotypes were read.");

describe("a draft whose nodes say what they read", () => {
  it("has the edges of its new input, and none of the old one", () => {
    const [, , reading = []] = first.units[0] ?? [];
    const [, , other = []] = second.units[0] ?? [];
    expect(first.edges).toContainEqual([0, 2]);
    const edited = applyEdit(space, draftOf(first), {
      type: "setNode",
      unitIndex: 0,
      layerIndex: 2,
      node: other,
    });
    expect(edited.edges?.filter(([, target]) => target === 2)).toEqual([]);
    const back = applyEdit(space, edited, { type: "setNode", unitIndex: 0, layerIndex: 2, node: reading });
    expect(back.edges).toEqual(first.edges);
  });

  it("can be built from nothing: its nodes bring the edges", () => {
    const filled = first.units.reduce<Draft>(
      (draft, slots, unitIndex) => applyEdit(space, draft, { type: "setUnit", unitIndex, slots }),
      { ...emptyDraft(space), globals: first.globals },
    );
    expect(toArchitecture(space, filled, first.id)).toEqual({
      id: first.id,
      units: first.units,
      globals: first.globals,
      edges: first.edges,
    });
  });

  it("cannot read what stands after it", () =>
    expect(slotsIssue(space, 0, [first.units[0]?.[2] ?? [], null, null, null])).toBe(
      "normal cell, node 1a: reads node 1, which does not come before it",
    ));

  it("comes out of an address with its own edges, whatever the address says", () => {
    const code = encodeDraft({ ...draftOf(first), edges: [[3, 0]] });
    expect(parseDraft(code ?? "", space)?.edges).toEqual(first.edges);
  });
});
