import type { CheckpointStore } from "@/lib/predictor/predictor";

/** Checkpoints in memory, as a browser's storage keeps them: copies, whatever becomes of the original. */
export function memoryCheckpoints(): CheckpointStore & {
  readonly saved: Map<string, unknown>;
  numSaves: number;
} {
  const saved = new Map<string, unknown>();
  const store = {
    saved,
    numSaves: 0,
    load: async (key: string) => structuredClone(saved.get(key) ?? null),
    async save(key: string, checkpoint: unknown) {
      saved.set(key, structuredClone(checkpoint));
      store.numSaves++;
    },
    async remove(key: string) {
      saved.delete(key);
    },
  };
  return store;
}
