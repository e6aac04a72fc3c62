"use client";

import { useMemo } from "react";
import { shownOperations } from "@/lib/figures/positionMatrix";
import { useExploration } from "./exploration";

/** The operations that figures have rows for. */
export function useOperations() {
  const { dataset, architectures } = useExploration();
  return useMemo(() => shownOperations(dataset.space, architectures), [dataset.space, architectures]);
}
