"use client";

import { useId } from "react";
import { useExploration } from "@/components/explore/exploration";
import type { GraphRules } from "@/lib/builder/graph/rules";
import { operationLabel } from "@/lib/core/searchSpace";
import { useBuild } from "../build";

/** What every measured graph keeps, in words, and the one number that a person may know better. */
export function GraphRulesNote({ rules }: { rules: GraphRules }) {
  const id = useId();
  const { space } = useExploration().dataset;
  const { graph } = useBuild();
  const { measuredMaxEdges, stateMaxEdges } = graph;
  const sizes = space.units.map(({ name, lengths }) => `${name} of ${lengths.join(", ")} nodes`).join("; ");
  const words = [
    sizes,
    rules.forward ? "edges run from earlier to later nodes" : rules.acyclic ? "no cycles" : null,
    rules.singleInput ? "one input a node" : null,
    rules.input && `${operationLabel(space, rules.input)} first`,
    rules.output && `${operationLabel(space, rules.output)} last`,
    rules.allowsDead ? "nodes on no way from beginning to end are kept, marked dead" : "no dead nodes",
  ].filter((text) => text !== null);
  return (
    <p className="text-xs text-muted">
      As in all measured graphs: {words.join("; ")}; at most{" "}
      <label htmlFor={id} className="sr-only">
        Most edges of a graph
      </label>
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        className="w-16 rounded border border-line-strong bg-surface px-1 py-0.5 text-ink"
        value={rules.maxEdges}
        onChange={({ target }) => {
          const stated = Math.floor(target.valueAsNumber);
          stateMaxEdges(Number.isNaN(stated) || stated === measuredMaxEdges ? null : Math.max(0, stated));
        }}
      />{" "}
      edges
      {rules.maxEdges !== measuredMaxEdges && `, as stated; measured graphs have at most ${measuredMaxEdges}`}
      .
    </p>
  );
}
