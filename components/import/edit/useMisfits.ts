import { useDeferredValue, useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { misfits, NO_MISFITS, type Misfits } from "./misfits";

/** Rows that would not fit the edited space, found as the edits are made; typing stays ahead of the search. */
export function useMisfits(
  space: SearchSpace,
  edits: SpaceEdits | undefined,
  architectures: Loadable<readonly EvaluatedArchitecture[]>,
): Misfits {
  const wanted = useDeferredValue(edits);
  return useMemo(
    () =>
      wanted === undefined || architectures.status !== "ready"
        ? NO_MISFITS
        : misfits(space, wanted, architectures.value),
    [space, wanted, architectures],
  );
}
