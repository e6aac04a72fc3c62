import { useSyncExternalStore } from "react";
import { zipFiles } from "./zipFiles";

/** The file that is being imported. It outlives pages, so that leaving the import and coming back loses nothing. */
export type ChosenFile = {
  readonly file: File;
  /** Names of the files that were dropped with it; one dataset comes from one file. */
  readonly leftOut: readonly string[];
};

let chosen: ChosenFile | null = null;
let numChoices = 0;
const listeners = new Set<() => void>();

/**
 * The first of the files is chosen; ONNX models go together with each other and with the table of what was measured.
 * Choosing none keeps what was chosen; of two choices in a row the later one counts.
 */
export async function chooseFiles(files: readonly File[]): Promise<void> {
  const [file, ...others] = files;
  if (file === undefined) return;
  const choice = ++numChoices;
  const models = files.filter(({ name }) => MODEL.test(name));
  const together = models.length > 0 ? files.filter(({ name }) => MODEL.test(name) || TABLE.test(name)) : [];
  const next =
    together.length < 2
      ? { file, leftOut: others.map(({ name }) => name) }
      : {
          file: await zipFiles(together, zipName(together)),
          leftOut: files.filter((other) => !together.includes(other)).map(({ name }) => name),
        };
  if (choice === numChoices) change(next);
}

const MODEL = /\.onnx$/i;
const TABLE = /\.(csv|tsv|json|jsonl|txt)$/i;

/** After the table of measurements, where there is one. */
const zipName = (files: readonly File[]): string =>
  `${files.find(({ name }) => TABLE.test(name))?.name.replace(TABLE, "") ?? "models"}.zip`;

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
