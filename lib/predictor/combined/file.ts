import { columnsOf } from "../autobuild/columns";
import { partsOf } from "../autobuild/parameters";
import { packParts, partValues } from "../autobuild/trainedNetwork";
import type { FitSettings, PredictorFile, StoredTensor } from "../predictor";
import { restoreNamed, store } from "../serialise";
import { createEncoder } from "../moduleGp/encoder";
import { readFound, storeWeights, withFound } from "../moduleGp/settings";
import { scaleOf } from "../moduleGp/targetScale";
import type { Combined } from "./combinedPredictor";
import { conditionProcess } from "./processes";
import type { ReadOut } from "./readOut";
import { readCombinedSettings } from "./settings";

type Plain = Omit<PredictorFile, "format" | "version" | "tensors">;

const READ_OUT = "readOut|";

/** What a fit found besides weights, kept among the file's settings. */
export const withFindings = (
  settings: FitSettings,
  { process, weights, reach }: Pick<Combined, "process" | "weights" | "reach">,
): FitSettings => ({
  ...withFound(settings, { scale: process.scale.kind, hyperparameters: process.posterior.hyperparameters }),
  networkWeight: weights.network,
  reach,
});

/** The network's weights by name and the read-outs, beside the plain fields. */
export function toFile(
  { settings, network, table, encoder, process }: Combined,
  plain: Plain,
): PredictorFile {
  const { members, numLayers, hiddenWidth } = settings;
  const parts = partsOf(columnsOf(plain.space), settings);
  const tensors: Record<string, StoredTensor> = {
    ...storeWeights(encoder.columns, process.posterior.hyperparameters),
  };
  for (const { name, rows, columns } of parts)
    tensors[name] = store([members, rows, columns], partValues(network.packed, parts, members, name));
  tensors.running = store([members, 2 * numLayers, hiddenWidth], network.running);
  tensors.centre = store([table.centre.length], table.centre);
  for (const [key, { numInputs, weights }] of table.readOuts)
    tensors[READ_OUT + key] = store([table.centre.length, numInputs + 1], weights);
  return { format: "archwright-predictor", version: 1, ...plain, tensors };
}

/** The reverse of `toFile`. @throws RangeError naming what is missing or has the wrong size */
export function fromFile(file: PredictorFile): Combined {
  const { network: settings, maxRows } = readCombinedSettings(file.settings);
  const parts = partsOf(columnsOf(file.space), settings);
  const read = (name: string): Float32Array | Float64Array => restoreNamed(file.tensors, name);
  const number = (name: string): number => {
    const value = file.settings[name];
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`The predictor file does not say ${name}.`);
    return value;
  };
  const targets = Float64Array.from(file.labelled.targets);
  const rows = {
    architectures: file.labelled.architectures.slice(0, maxRows),
    targets: targets.slice(0, maxRows),
  };
  const encoder = createEncoder(file.space, rows.architectures);
  const found = readFound(file, encoder.columns);
  const scale = scaleOf(found.scale, rows.targets);
  const network = number("networkWeight");
  return {
    settings,
    network: {
      packed: packParts(parts, settings.members, read),
      running: Float32Array.from(read("running")),
    },
    encoder,
    process: conditionProcess(encoder, rows, scale, found.hyperparameters),
    weights: { network, process: 1 - network },
    reach: number("reach"),
    table: { centre: Float64Array.from(read("centre")), readOuts: readOutsOf(file, read) },
  };
}

function readOutsOf(
  { tensors }: PredictorFile,
  read: (name: string) => Float32Array | Float64Array,
): Map<string, ReadOut> {
  const readOuts = new Map<string, ReadOut>();
  for (const [name, { shape }] of Object.entries(tensors))
    if (name.startsWith(READ_OUT))
      readOuts.set(name.slice(READ_OUT.length), {
        numInputs: (shape[1] ?? 1) - 1,
        weights: Float32Array.from(read(name)),
      });
  return readOuts;
}
