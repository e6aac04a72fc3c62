import { useSyncExternalStore } from "react";

/** The file that is being imported. It outlives pages, so that leaving the import and coming back loses nothing. */
export type ChosenFile = {
  readonly file: File;
  /** Names of the files that were dropped with it; one dataset comes from one file. */
  readonly leftOut: readonly string[];
};

let chosen: ChosenFile | null = null;
const listeners = new Set<() => void>();

/** The first of the files is chosen; choosing none keeps what was chosen. */
export function chooseFiles(files: readonly File[]): void {
  const [file, ...others] = files;
  if (file === undefined) return;
  change({ file, leftOut: others.map(({ name }) => name) });
}

/** After storing, or when the user starts afresh. */
export const forgetFile = (): void => change(null);

function change(next: ChosenFile | null): void {
  chosen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useChosenFile = (): ChosenFile | null =>
  useSyncExternalStore(
    subscribe,
    () => chosen,
    () => null,
  );
