"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import { encodeLocks, parseLocks, toggled, type Locks } from "@/lib/builder/locks";
import type { NodePlace } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";

export type LocksState = { readonly locks: Locks; readonly toggle: (place: NodePlace) => void };

/** The locked places, in the address as `?locked=1.2,3.1`. */
export function useLocks(space: SearchSpace): LocksState {
  const [text, setText] = useQueryState("locked", parseAsString.withOptions({ history: "replace" }));
  const locks = useMemo(() => parseLocks(text, space), [text, space]);
  const toggle = useCallback(
    (place: NodePlace) => void setText(encodeLocks(toggled(locks, place))),
    [locks, setText],
  );
  return { locks, toggle };
}
