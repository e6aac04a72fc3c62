"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { readStored, subscribeStored, writeStored } from "@/components/build/browserStore";
import { keyOfLists, listsText, parseLists, type KeptList } from "./keptLists";

/** The lists kept for a dataset in this browser, newest last. */
export function useKeptLists(datasetId: string) {
  const key = keyOfLists(datasetId);
  const text = useSyncExternalStore(
    subscribeStored,
    () => readStored(key),
    () => null,
  );
  const lists = useMemo(() => parseLists(text), [text]);
  return {
    lists,
    keep: useCallback(
      (list: KeptList) => writeStored(key, listsText([...parseLists(readStored(key)), list])),
      [key],
    ),
    forget: useCallback(() => writeStored(key, null), [key]),
  };
}
