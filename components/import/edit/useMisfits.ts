import { useDeferredValue, useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Issue } from "@/lib/core/dataset";
import type { SpaceEdits } from "@/lib/core/formats/importPlan";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { misfits } from "./misfits";

const NONE: readonly Issue[] = [];

/** Rows that would not fit the edited space, found as the edits are made; typing stays ahead of the search. */
export function useMisfits(
  space: SearchSpace,
  edits: SpaceEdits | undefined,
  architectures: Loadable<readonly EvaluatedArchitecture[]>,
): readonly Issue[] {
  const wanted = useDeferredValue(edits);
  return useMemo(
    () =>
      wanted === undefined || architectures.status !== "ready"
        ? NONE
        : misfits(space, wanted, architectures.value),
    [space, wanted, architectures],
  );
}
