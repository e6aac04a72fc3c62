"use client";

import { useMemo } from "react";
import { isArchitectureLinked } from "@/lib/figures/linked";
import { useExploration } from "./exploration";
import { useSelection } from "./useSelection";

/** Rows of the dataset that hold the selected module, operation or value, ascending; none where nothing is selected. */
export function useLinkedRows(): Uint32Array {
  const { dataset, architectures } = useExploration();
  const { operation, value, module } = useSelection();
  return useMemo(() => {
    const selection = { operation, value, module, architecture: null };
    return Uint32Array.from(
      architectures.flatMap((architecture, row) =>
        isArchitectureLinked(dataset.space, selection, architecture) ? [row] : [],
      ),
    );
  }, [dataset.space, architectures, operation, value, module]);
}
