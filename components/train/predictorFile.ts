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
