"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { AssembledArchitecture } from "@/lib/api/contracts";
import { measuredKey, measuredText, parseMeasured, withLatency } from "@/lib/builder/measured";
import type { Architecture } from "@/lib/core/architecture";
import { latestLatencies, type BrowserLatency } from "@/lib/core/browserLatency";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { readStored, subscribeStored, writeStored } from "../browserStore";
import type { Saved } from "../useSaved";

/** What browsers measured of architectures: kept in this browser at once, and with every saved design that they are. */
export type Measured = {
  /** The latest of each backend, whether this browser or a saved design has it. */
  readonly of: (architecture: Architecture | null) => readonly BrowserLatency[];
  /** Saved designs of exactly this architecture. */
  readonly designsOf: (architecture: Architecture) => readonly AssembledArchitecture[];
  /** Those that lack the latest measurement, such as after a store that failed. */
  readonly behind: (architecture: Architecture) => readonly AssembledArchitecture[];
  readonly note: (architecture: Architecture, latency: BrowserLatency) => Promise<void>;
  /** Stores what the designs lack. */
  readonly storeAgain: (architecture: Architecture) => Promise<void>;
};

const lacks = (design: AssembledArchitecture, latest: readonly BrowserLatency[]): boolean =>
  latest.some(
    ({ backend, measuredAt }) =>
      !design.latencies.some((known) => known.backend === backend && known.measuredAt === measuredAt),
  );

export function useMeasured(
  datasetId: string,
  space: SearchSpace,
  { designs, measure }: Pick<Saved, "designs" | "measure">,
): Measured {
  const storeKey = `archwright.measured.${datasetId}`;
  const text = useSyncExternalStore(
    subscribeStored,
    () => readStored(storeKey),
    () => null,
  );
  const own = useMemo(() => parseMeasured(text), [text]);
  const saved = useMemo(() => {
    const byKey = new Map<string, AssembledArchitecture[]>();
    for (const design of designs.status === "ready" ? designs.value : []) {
      const key = measuredKey(space, design.architecture);
      byKey.set(key, [...(byKey.get(key) ?? []), design]);
    }
    return byKey;
  }, [designs, space]);

  const designsOf = useCallback(
    (architecture: Architecture) => saved.get(measuredKey(space, architecture)) ?? [],
    [saved, space],
  );
  const of = useCallback(
    (architecture: Architecture | null) =>
      architecture === null
        ? []
        : latestLatencies([
            ...(own[measuredKey(space, architecture)] ?? []),
            ...designsOf(architecture).flatMap(({ latencies }) => latencies),
          ]),
    [own, designsOf, space],
  );
  const behind = useCallback(
    (architecture: Architecture) => {
      const latest = of(architecture);
      return designsOf(architecture).filter((design) => lacks(design, latest));
    },
    [of, designsOf],
  );
  const note = useCallback(
    async (architecture: Architecture, latency: BrowserLatency) => {
      const key = measuredKey(space, architecture);
      // Kept here first: whatever becomes of the request, the measurement is not lost.
      const kept = withLatency(parseMeasured(readStored(storeKey)), key, latency);
      writeStored(storeKey, measuredText(kept));
      const ids = (saved.get(key) ?? []).map(({ id }) => id);
      if (ids.length > 0) await measure(ids, [latency]);
    },
    [space, storeKey, saved, measure],
  );
  const storeAgain = useCallback(
    async (architecture: Architecture) => {
      const ids = behind(architecture).map(({ id }) => id);
      await measure(ids, of(architecture));
    },
    [behind, of, measure],
  );
  return { of, designsOf, behind, note, storeAgain };
}
