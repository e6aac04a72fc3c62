import type { CheckpointStore } from "../predictor/predictor";

const DATABASE = "archwright";
const STORE = "checkpoints";
/** Trainings that nobody went on with are forgotten when so many others have left checkpoints since. */
const MOST_KEPT = 4;

type Entry = { readonly key: string; readonly checkpoint: unknown; readonly savedAt: number };

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's storage failed."));
  });

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return done(request);
}

/**
 * Checkpoints in the browser's IndexedDB. Where it is blocked or full, trainings run on without: nothing is loaded,
 * and what cannot be saved is not.
 * @param now milliseconds since some start that is the same for all pages
 */
export function browserCheckpoints(factory: IDBFactory, now: () => number): CheckpointStore {
  async function within<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T>,
  ): Promise<T | null> {
    try {
      const database = await open(factory);
      try {
        return await work(database.transaction(STORE, mode).objectStore(STORE));
      } finally {
        database.close();
      }
    } catch {
      return null;
    }
  }

  async function forgetOldest(store: IDBObjectStore): Promise<void> {
    const entries: readonly Entry[] = await done(store.getAll());
    const oldest = entries.toSorted((a, b) => b.savedAt - a.savedAt).slice(MOST_KEPT);
    for (const { key } of oldest) await done(store.delete(key));
  }

  return {
    async load(key) {
      const entry: Entry | undefined | null = await within("readonly", (store) => done(store.get(key)));
      return entry?.checkpoint ?? null;
    },
    async save(key, checkpoint) {
      const entry: Entry = { key, checkpoint, savedAt: now() };
      await within("readwrite", async (store) => {
        const isNew = (await done(store.count(key))) === 0;
        await done(store.put(entry));
        if (isNew) await forgetOldest(store);
      });
    },
    async remove(key) {
      await within("readwrite", (store) => done(store.delete(key)));
    },
  };
}
