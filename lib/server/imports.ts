/** Imports under way: how far each is, and a way to stop it. Kept in memory; an import lives as long as its request. */
import { setImmediate } from "node:timers/promises";
import { ApiError } from "../api/errors";
import type { ImportProgress, ImportStatus } from "../api/contracts";

export type ImportRun = {
  /** Tells how far the import is, lets other requests have their turn, and throws ApiError `cancelled` when stopped. */
  readonly step: (progress: ImportProgress) => Promise<void>;
  /** Aborted when the import is to stop; its reason is the ApiError `cancelled`. */
  readonly signal: AbortSignal;
  readonly end: () => void;
};

type Running = { progress: ImportProgress; readonly stop: AbortController };

const cancelled = (): ApiError =>
  new ApiError("cancelled", "The import was cancelled; nothing of it was kept.");

// On globalThis, because a development server evaluates this file again after every edit, and once for every route.
const shared = globalThis as typeof globalThis & { archwrightImports?: Map<string, Running> };
const running = (): Map<string, Running> => (shared.archwrightImports ??= new Map());

/**
 * Begins an import; whoever does must call `end`.
 * @param id chosen by the client to ask for progress; without it only the end of the request stops the import
 * @throws ApiError conflict where an import of this id is under way
 */
export function beginImport(id: string | undefined, signal: AbortSignal): ImportRun {
  const state: Running = { progress: { phase: "receiving", share: 0 }, stop: new AbortController() };
  const stop = () => state.stop.abort(cancelled());
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  if (id !== undefined) {
    if (running().has(id))
      throw new ApiError("conflict", `An import with the id ${id} is under way already.`);
    running().set(id, state);
  }
  return {
    async step(progress) {
      state.progress = progress;
      await setImmediate();
      state.stop.signal.throwIfAborted();
    },
    signal: state.stop.signal,
    end() {
      signal.removeEventListener("abort", stop);
      if (id !== undefined) running().delete(id);
    },
  };
}

export const importStatus = (id: string): ImportStatus => running().get(id)?.progress ?? { phase: "unknown" };

/** The import stops at once, or at its next step, which is milliseconds away. @returns false where none is under way */
export function cancelImport(id: string): boolean {
  const state = running().get(id);
  if (state === undefined) return false;
  state.stop.abort(cancelled());
  return true;
}
