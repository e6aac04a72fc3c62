import { isPlainRecord, PickleError, readPickle } from "@/lib/core/pickle";
import type { PredictorFile } from "@/lib/predictor/predictor";

/** The largest file that is read: predictors weigh a few megabytes. */
const LARGEST_BYTES = 200 * 1024 * 1024;

/** `accuracy, AutoBuild, seed 1` to `accuracy-autobuild-seed-1.archwright.json`. */
export const fileNameOf = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "predictor"
  }.archwright.json`;

/** Offers the predictor as a file, the same that the command line reads and writes. */
export function downloadPredictor(file: PredictorFile, name: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(name);
  link.click();
  URL.revokeObjectURL(address);
}

/** What was chosen: a predictor file of ours, or the two files of a released AutoBuild checkpoint. */
export type ChosenPredictor =
  | { readonly kind: "file"; readonly file: PredictorFile }
  | {
      readonly kind: "checkpoint";
      readonly checkpoint: Uint8Array;
      readonly config: Uint8Array;
      /** What the checkpoint predicts, in AutoBuild's words: `acc`, `latency_gpu`. */
      readonly target: string;
    };

/**
 * Reads the chosen files as far as a page can judge them; nothing in them is run, and nothing is sent anywhere.
 * @throws Error with what is wrong and how to mend it
 */
export async function readChosen(files: readonly File[]): Promise<ChosenPredictor> {
  const checkpoint = files.find(({ name }) => /\.pth?$/i.test(name));
  const config = files.find(({ name }) => /\.(pkl|pickle)$/i.test(name));
  if (checkpoint && config) return readCheckpoint(checkpoint, config);
  if (checkpoint)
    throw new Error(
      `${checkpoint.name} needs its settings: choose it together with the ..._config.pkl that lies beside it.`,
    );
  if (config)
    throw new Error(
      `${config.name} holds settings only: choose it together with the ..._predictor.pt that lies beside it.`,
    );
  const [file] = files;
  if (!file) throw new Error("No file was chosen.");
  return { kind: "file", file: await readPredictorFile(file) };
}

async function readCheckpoint(checkpoint: File, config: File): Promise<ChosenPredictor> {
  for (const { size, name } of [checkpoint, config])
    if (size > LARGEST_BYTES) throw new Error(`${name} is larger than any checkpoint.`);
  const bytes = new Uint8Array(await config.arrayBuffer());
  return {
    kind: "checkpoint",
    checkpoint: new Uint8Array(await checkpoint.arrayBuffer()),
    config: bytes,
    target: targetOf(bytes, config.name),
  };
}

function targetOf(config: Uint8Array, fileName: string): string {
  try {
    const settings = readPickle(config);
    if (isPlainRecord(settings) && typeof settings.target === "string") return settings.target;
  } catch (error) {
    if (error instanceof PickleError) throw new Error(`${fileName} cannot be read. ${error.message}`);
    throw error;
  }
  throw new Error(`${fileName} names no target; it is not the settings of an AutoBuild checkpoint.`);
}

/**
 * Reads an uploaded predictor as far as a page can judge it; the store checks every field.
 * @throws Error with what is wrong and how to mend it
 */
export async function readPredictorFile(file: File): Promise<PredictorFile> {
  if (file.size > LARGEST_BYTES) throw new Error(`${file.name} is larger than any predictor file.`);
  const read = parse(await file.text(), file.name);
  if (read.format !== "archwright-predictor")
    throw new Error(
      `${file.name} is not a predictor file of Archwright (*.archwright.json). Datasets are uploaded under Datasets.`,
    );
  if (read.version !== 1)
    throw new Error(`${file.name} has version ${String(read.version)}; this Archwright reads version 1.`);
  return read as PredictorFile;
}

function parse(text: string, fileName: string): Partial<PredictorFile> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    throw new Error(`${fileName} is not JSON; a predictor file ends in .archwright.json.`);
  }
}

/** Whether two search spaces offer the same units, lengths, features and values. */
export const sameSpace = (a: PredictorFile["space"], b: PredictorFile["space"]): boolean =>
  signature(a) === signature(b);

const signature = ({ structure, units, nodeFeatures, globalFeatures }: PredictorFile["space"]): string =>
  JSON.stringify([
    structure,
    units.map(({ lengths }) => lengths),
    nodeFeatures.map(({ name, kind, values }) => [name, kind, values]),
    globalFeatures.map(({ name, kind, values }) => [name, kind, values]),
  ]);
