"use client";

import { useMemo, useState } from "react";
import type { Network } from "@/lib/core/blocks/network";
import { randomWeights, type Weights } from "@/lib/core/blocks/weights";
import { givenWeights, readStateDict, WeightsFileError, type StateDict } from "@/lib/core/blocks/weightsFile";
import { seededRandom } from "@/lib/core/random";

type ChosenFile =
  | { readonly ok: true; readonly name: string; readonly tensors: StateDict }
  | { readonly ok: false; readonly name: string; readonly message: string };

export type WeightsState = {
  readonly source: "random" | "file";
  readonly setSource: (source: "random" | "file") => void;
  readonly seed: number;
  readonly setSeed: (seed: number) => void;
  /** The chosen file's name, or null. */
  readonly fileName: string | null;
  readonly chooseFile: (file: File) => Promise<void>;
  /** Everything that keeps the file from being the network's weights; empty while there is nothing to say. */
  readonly problems: readonly string[];
  /** Draws or takes them; null while there is no file that fits. */
  readonly take: (() => Weights) | null;
};

/** Where a network's weights come from: drawn from a seed, or a file that is checked against every network anew. */
export function useWeights(network: Network): WeightsState {
  const [source, setSource] = useState<WeightsState["source"]>("random");
  const [seed, setSeed] = useState(0);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const given = useMemo(
    () => (file?.ok && source === "file" ? givenWeights(network, file.tensors) : null),
    [network, file, source],
  );
  return {
    source,
    setSource,
    seed,
    setSeed,
    fileName: file?.name ?? null,
    async chooseFile(chosen) {
      setFile(await readChosen(chosen));
    },
    problems: file?.ok === false ? [file.message] : given?.ok === false ? given.problems : [],
    take:
      source === "random"
        ? () => randomWeights(network, seededRandom(seed))
        : given?.ok
          ? () => given.weights
          : null,
  };
}

async function readChosen(file: File): Promise<ChosenFile> {
  const { name } = file;
  try {
    return { ok: true, name, tensors: readStateDict(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    if (error instanceof WeightsFileError)
      return { ok: false, name, message: `the file cannot be used: ${error.message}` };
    // A file that was moved or is too large for memory.
    return { ok: false, name, message: error instanceof Error ? error.message : String(error) };
  }
}
