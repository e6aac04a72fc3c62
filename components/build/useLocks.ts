"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import type { NodeMove } from "@/lib/builder/graph/moves";
import { encodeLocks, movedLocks, parseLocks, toggled, type Locks } from "@/lib/builder/locks";
import type { NodePlace } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";

export type LocksState = {
  readonly locks: Locks;
  readonly toggle: (place: NodePlace) => void;
  /** Keeps every lock with its node when a node came or went. */
  readonly follow: (move: NodeMove) => void;
};

/** The locked places, in the address as `?locked=1.2,3.1`. */
export function useLocks(space: SearchSpace): LocksState {
  const [text, setText] = useQueryState("locked", parseAsString.withOptions({ history: "replace" }));
  const locks = useMemo(() => parseLocks(text, space), [text, space]);
  const toggle = useCallback(
    (place: NodePlace) => void setText(encodeLocks(toggled(locks, place))),
    [locks, setText],
  );
  const follow = useCallback(
    (move: NodeMove) => {
      if (locks.size > 0) void setText(encodeLocks(movedLocks(locks, move)));
    },
    [locks, setText],
  );
  return { locks, toggle, follow };
}
