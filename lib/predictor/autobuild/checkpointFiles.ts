/** A released checkpoint as its two files: `..._predictor.pt` and, beside it, `..._config.pkl`. */
import { ArchiveError } from "../../core/formats/containers/archiveError";
import { isPlainRecord, NumberArray, PickleError, readPickle, readTorchCheckpoint } from "../../core/pickle";
import type { PlainRecord, PlainValue } from "../../core/pickle";
import type { CheckpointConfig, StateDict } from "./releasedCheckpoint";

/** `X_predictor.pt` -> `X_config.pkl`: where the published script leaves the settings. */
export const configNameOf = (checkpointName: string): string =>
  `${checkpointName.replace(/\.pth?$/i, "").replace(/_predictor$/, "")}_config.pkl`;

/**
 * The tensors and settings of a checkpoint, read without running anything.
 * @throws RangeError saying which of the two files is not what it should be, and why
 */
export function readCheckpointFiles(
  checkpoint: Uint8Array,
  config: Uint8Array,
): { state: StateDict; config: CheckpointConfig } {
  const settings = record("The settings (..._config.pkl)", () => readPickle(config));
  refuseUnknown(settings);
  return {
    state: stateOf(record("The checkpoint (..._predictor.pt)", () => readTorchCheckpoint(checkpoint))),
    config: settings,
  };
}

function record(what: string, read: () => PlainValue): PlainRecord {
  try {
    const value = read();
    if (isPlainRecord(value)) return value;
  } catch (error) {
    if (error instanceof PickleError || error instanceof ArchiveError)
      throw new RangeError(`${what} cannot be read. ${error.message}`);
    throw error;
  }
  throw new RangeError(
    `${what} is no dict of names. Choose the two files that AutoBuild's training script writes.`,
  );
}

function stateOf(values: PlainRecord): StateDict {
  const state: Record<string, StateDict[string]> = {};
  for (const [key, tensor] of Object.entries(values)) if (tensor instanceof NumberArray) state[key] = tensor;
  if (!("regressor.weight" in state))
    throw new RangeError(
      "The checkpoint is not a predictor of AutoBuild: it has no tensor regressor.weight. Choose a ..._predictor.pt.",
    );
  return state;
}

/** Values of settings under which the network is what this code computes; others would predict nonsense silently. */
const KNOWN: Readonly<Record<string, readonly PlainValue[]>> = {
  format: ["custom"],
  gnn_type: ["GraphConv", "GATv2Conv", "GATv2"],
  aggr_method: ["mean", "sum", "max"],
  gnn_activ: ["ReLU", "LeakyReLU"],
  reg_activ: ["ReLU", "LeakyReLU"],
  residual: [true],
  norm: [1],
  undirected: [false],
};

function refuseUnknown(config: PlainRecord): void {
  for (const [name, values] of Object.entries(KNOWN)) {
    const value = config[name];
    if (value === undefined || values.includes(value)) continue;
    throw new RangeError(
      `The checkpoint was trained with ${name} = ${JSON.stringify(value)}; checkpoints with ${values.map((of) => JSON.stringify(of)).join(" or ")} are read here.`,
    );
  }
}
