"use client";

import type { OpenedPredictor } from "@/components/workspace/workspace";
import { getPredictor } from "@/lib/api/client";
import type { Asked } from "@/lib/worker/protocol";
import type { TrainerClient } from "@/lib/worker/trainer-client";

/** What each worker was asked to open; a client and its worker live as long as the dataset's pages. */
const opening = new WeakMap<TrainerClient, Map<string, Promise<unknown>>>();

/**
 * Opens predictors next to the one in use, each once.
 * @param ids of predictors of the dataset, the one in use among them or not
 * @returns what to name each by in questions to the worker, in order
 */
export async function openBeside(
  { id: ownId, client }: Pick<OpenedPredictor, "id" | "client">,
  datasetId: string,
  ids: readonly string[],
): Promise<Asked[]> {
  const known = opening.get(client) ?? new Map<string, Promise<unknown>>();
  opening.set(client, known);
  for (const id of ids) {
    if (id === ownId) continue;
    const opened =
      known.get(id) ?? getPredictor(datasetId, id).then((file) => client.run("open", { file, beside: id }));
    known.set(id, opened);
    try {
      await opened;
    } catch (error) {
      known.delete(id);
      throw error;
    }
  }
  return ids.map((id) => (id === ownId ? {} : { beside: id }));
}

/** After the worker was lost: a new one has nothing open. */
export const forgetBeside = (client: TrainerClient): void => void opening.delete(client);
