import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Dataset, ImportReport } from "../../lib/core/dataset";
import { importFile } from "../../lib/core/formats";
import { isTorchFile } from "../../lib/core/pickle";
import type { PredictorFile } from "../../lib/predictor/predictor";
import { tell, Unusable } from "./command";

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new Unusable(`${path} cannot be read.`);
  }
}

/** Writes a file and answers its size. @throws Unusable where it cannot be written */
export function writeOut(path: string, content: string | Uint8Array): number {
  try {
    writeFileSync(path, content);
  } catch {
    throw new Unusable(`${path} cannot be written.`);
  }
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}

/** How many rejected rows are told one by one. */
const MOST_TOLD = 20;

function importPath(path: string) {
  const bytes = readBytes(path);
  const outcome = importFile({ name: basename(path), bytes });
  if (!outcome.ok) throw new Unusable(outcome.message);
  return { ...outcome, bytes };
}

/** What an import would recognise. @throws Unusable where no row can be used */
export const readReport = (path: string): ImportReport => importPath(path).report;

/** @throws Unusable where no row can be used; rows that were not taken are told on stderr */
export function readDataset(path: string): { dataset: Dataset; hash: string } {
  const { dataset, rejected, bytes } = importPath(path);
  tellRows("was not taken", rejected);
  return { dataset, hash: createHash("sha256").update(bytes).digest("hex") };
}

export type RowProblem = { readonly row: number; readonly field: string; readonly message: string };

/** `row 12, u1: 9 is not a kernel (was not taken)` for the first rows, and the count of the others. */
export function tellRows(fate: string, rows: readonly RowProblem[]): void {
  for (const { row, field, message } of rows.slice(0, MOST_TOLD))
    tell(`row ${row}, ${field}: ${message} (${fate})`);
  if (rows.length > MOST_TOLD) tell(`and ${rows.length - MOST_TOLD} more rows`);
}

/**
 * A predictor file of ours, or a released AutoBuild checkpoint with its settings beside it.
 * @param momentsPath rows on which a checkpoint's missing moments are fitted
 * @throws Unusable for anything else
 */
export async function readPredictorFile(path: string, momentsPath?: string): Promise<PredictorFile> {
  const bytes = readBytes(path);
  // Loaded when called for: a checkpoint needs TensorFlow.js to be read.
  if (isTorchFile(bytes)) return (await import("./released")).readReleased(path, bytes, momentsPath);
  if (momentsPath !== undefined)
    throw new Unusable("--moments is for released checkpoints (..._predictor.pt).");
  const file = parseJson(new TextDecoder().decode(bytes), path) as Partial<PredictorFile>;
  if (file.format !== "archwright-predictor")
    throw new Unusable(`${path} is not a predictor file; \`train\` and the page Train write them.`);
  if (file.version !== 1)
    throw new Unusable(`${path} has version ${String(file.version)}; version 1 is read here.`);
  return file as PredictorFile;
}

function parseJson(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    throw new Unusable(`${path} is not a predictor file: it is not JSON.`);
  }
}
