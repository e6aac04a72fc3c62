"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { graphRules, type GraphRules } from "@/lib/builder/graph/rules";

/** What graphs of the dataset keep, and what a person says beyond it. */
export type GraphState = {
  /** Null where edges are no choice of their own. */
  readonly rules: GraphRules | null;
  /** The most edges of any row. */
  readonly measuredMaxEdges: number;
  /** Null takes the most edges of any row again. */
  readonly stateMaxEdges: (maxEdges: number | null) => void;
};

/** The most edges that a person states, in the address as `?edges=9`. */
export function useGraph(): GraphState {
  const { dataset, architectures } = useExploration();
  const { space } = dataset;
  const [stated, setStated] = useQueryState("edges", parseAsInteger.withOptions({ history: "replace" }));
  const measured = useMemo(() => graphRules(space, architectures), [space, architectures]);
  const rules = useMemo(
    () => (measured === null || stated === null || stated < 0 ? measured : { ...measured, maxEdges: stated }),
    [measured, stated],
  );
  return {
    rules,
    measuredMaxEdges: measured?.maxEdges ?? 0,
    stateMaxEdges: (maxEdges) => void setStated(maxEdges),
  };
}
