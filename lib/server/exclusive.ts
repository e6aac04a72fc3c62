// On globalThis, because every route evaluates this file for itself.
const shared = globalThis as typeof globalThis & { archwrightTurns?: Map<string, Promise<unknown>> };

/** Changes of one dataset wait for each other: each reads all rows, and writes what it made of them. */
export async function exclusively<T>(datasetId: string, work: () => Promise<T>): Promise<T> {
  const turns = (shared.archwrightTurns ??= new Map<string, Promise<unknown>>());
  const before = turns.get(datasetId) ?? Promise.resolve();
  const turn = before.then(work, work);
  turns.set(datasetId, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(datasetId) === turn) turns.delete(datasetId);
  }
}
