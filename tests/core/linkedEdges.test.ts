import { describe, expect, it } from "vitest";
import { hasLinkedEdges, linkedEdges, linkIssue, withLinkedEdges } from "@/lib/core/linkedEdges";
import { genotypes } from "../builder/genotypes";
import { stagedSpace } from "../builder/spaces";

describe("edges that follow from a feature", () => {
  const { space, architectures } = genotypes;

  it("are those that the reader of genotypes finds", () => {
    expect(hasLinkedEdges(space)).toBe(true);
    for (const architecture of architectures)
      expect(linkedEdges(space, architecture.units)).toEqual(architecture.edges);
  });

  it("leave nothing of the old input behind", () => {
    const [first, second] = architectures;
    if (first === undefined || second === undefined) throw new Error("two genotypes were read");
    const changed = withLinkedEdges(space, { ...first, units: second.units });
    expect(changed.edges).toEqual(second.edges);
    expect(changed.edges).not.toEqual(first.edges);
  });

  it("do not come from a node that stands later", () => {
    const [node = []] = architectures[0]?.units[0]?.slice(2, 3) ?? [];
    expect(linkIssue(space, node, 2)).toBe(null);
    expect(linkIssue(space, node, 1)).toBe("reads node 1, which does not come before it");
  });

  it("are of no staged space", () => expect(linkedEdges(stagedSpace, [])).toBe(null));
});
