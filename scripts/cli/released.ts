/** Released AutoBuild checkpoints on the command line; loads TensorFlow.js. */
import { basename, dirname, join } from "node:path";
import { rowsOfTarget } from "../../lib/core/rowsOfTarget";
import { configNameOf, readCheckpointFiles } from "../../lib/predictor/autobuild/checkpointFiles";
import { familySpace, toCheckpoint } from "../../lib/predictor/autobuild/checkpointRows";
import { refittedCheckpoint, releasedFile } from "../../lib/predictor/autobuild/refit";
import { checkpointFamily } from "../../lib/predictor/autobuild/releasedCheckpoint";
import type { PredictorFile } from "../../lib/predictor/predictor";
import { tell, Unusable } from "./command";
import { readBytes, readDataset, tellRows, type RowProblem } from "./files";
import { startBackend } from "./predictors";

/** @throws Unusable where the settings are not beside it, or it cannot be read */
export async function readReleased(
  path: string,
  bytes: Uint8Array,
  momentsPath: string | undefined,
): Promise<PredictorFile> {
  const configPath = join(dirname(path), configNameOf(basename(path)));
  const file = await usable(async () => {
    const { state, config } = readCheckpointFiles(bytes, readBytes(configPath));
    if (momentsPath === undefined) return releasedFile(state, config);
    const { rows, hash } = checkpointRows(
      momentsPath,
      checkpointFamily(config, state),
      String(config.target),
    );
    await startBackend();
    return refittedCheckpoint(state, config, { ...rows, datasetHash: hash });
  });
  for (const note of file.metrics.notes ?? []) tell(note);
  return file;
}

async function usable<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RangeError) throw new Unusable(error.message);
    throw error;
  }
}

/** Rows of a file in the checkpoint's own space; those that it does not know are told on stderr. */
function checkpointRows(path: string, family: ReturnType<typeof checkpointFamily>, target: string) {
  const { dataset, hash } = readDataset(path);
  const { architectures, targets, target: text } = rowsOfTarget(dataset, target);
  const space = familySpace(family);
  const outside: RowProblem[] = [];
  const kept = architectures.flatMap((architecture, index) => {
    try {
      const recoded = toCheckpoint(architecture, dataset.space, family, space);
      return [{ recoded, target: targets?.[index] ?? NaN }];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      outside.push({ row: architecture.row, field: "architecture", message: error.message });
      return [];
    }
  });
  tellRows("not in the checkpoint's search space", outside);
  const rows = {
    space,
    architectures: kept.map(({ recoded }) => recoded),
    targets: targets === null ? null : kept.map((row) => row.target),
    target: text,
  };
  return { rows, hash };
}
