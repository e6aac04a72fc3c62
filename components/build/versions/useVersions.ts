"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import {
  parseVersions,
  storeVersions,
  withoutVersion,
  withVersion,
  type Version,
} from "@/lib/builder/versions";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { readStored, subscribeStored, writeStored } from "../browserStore";

export type Versions = {
  readonly versions: readonly Version[];
  readonly add: (version: Version) => void;
  readonly remove: (name: string) => void;
};

/** Named versions of this dataset's draft, in this browser's storage. */
export function useVersions(datasetId: string, space: SearchSpace): Versions {
  const key = `archwright.versions.${datasetId}`;
  const text = useSyncExternalStore(
    subscribeStored,
    () => readStored(key),
    () => null,
  );
  const versions = useMemo(() => parseVersions(text, space), [text, space]);
  return {
    versions,
    add: useCallback(
      (version) => writeStored(key, storeVersions(withVersion(versions, version))),
      [key, versions],
    ),
    remove: useCallback(
      (name) => writeStored(key, storeVersions(withoutVersion(versions, name))),
      [key, versions],
    ),
  };
}
