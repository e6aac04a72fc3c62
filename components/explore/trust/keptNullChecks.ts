import type { PredictorFile } from "@/lib/predictor/predictor";

/** A predictor of shuffled targets, and the seed that shuffled them. */
export type NullCheck = { readonly seed: number; readonly file: PredictorFile };

const DATABASE = "archwright-null-checks";
const STORE = "checks";
/** Checks of so many predictors are kept; the ones made longest ago are forgotten. */
const MOST_KEPT = 6;

type Entry = { readonly predictorId: string; readonly check: NullCheck; readonly madeAt: number };

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's storage failed."));
  });

/** Where the browser's storage is blocked or full, a check lasts as long as the page. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  try {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "predictorId" });
    const database = await done(request);
    try {
      return await work(database.transaction(STORE, mode).objectStore(STORE));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** The check that was made with a predictor in this browser; null where there is none. */
export async function loadNullCheck(predictorId: string): Promise<NullCheck | null> {
  const entry: Entry | undefined | null = await within("readonly", (store) => done(store.get(predictorId)));
  return entry?.check ?? null;
}

/** Keeps a check in this browser, by its predictor's id. */
export async function keepNullCheck(predictorId: string, check: NullCheck, madeAt: number): Promise<void> {
  await within("readwrite", async (store) => {
    const entry: Entry = { predictorId, check, madeAt };
    await done(store.put(entry));
    const entries: readonly Entry[] = await done(store.getAll());
    const oldest = entries.toSorted((a, b) => b.madeAt - a.madeAt).slice(MOST_KEPT);
    for (const { predictorId: forgotten } of oldest) await done(store.delete(forgotten));
  });
}
