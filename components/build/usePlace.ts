"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import type { NodePlace } from "@/lib/core/architecture";
import { maxLength, type SearchSpace } from "@/lib/core/searchSpace";

/** The selected place, in the address as `?slot=2.1`: unit and layer from 1, as people count. */
export function usePlace(space: SearchSpace): [NodePlace, (place: NodePlace) => void] {
  const [text, setText] = useQueryState("slot", parseAsString.withOptions({ history: "replace" }));
  const place = useMemo(() => parsePlace(text, space), [text, space]);
  const select = useCallback(
    ({ unitIndex, layerIndex }: NodePlace) => void setText(`${unitIndex + 1}.${layerIndex + 1}`),
    [setText],
  );
  return [place, select];
}

function parsePlace(text: string | null, space: SearchSpace): NodePlace {
  const match = /^(\d{1,4})\.(\d{1,4})$/.exec(text ?? "");
  const unitIndex = Number(match?.[1] ?? 1) - 1;
  const layerIndex = Number(match?.[2] ?? 1) - 1;
  const unit = space.units[unitIndex];
  if (unit === undefined || layerIndex < 0 || layerIndex >= maxLength(unit))
    return { unitIndex: 0, layerIndex: 0 };
  return { unitIndex, layerIndex };
}
