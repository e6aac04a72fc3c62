/** Reads a file of named tensors in either form, without running anything in it. */
import { ArchiveError } from "../../formats/containers/archiveError";
import {
  isPlainRecord,
  isTorchFile,
  NumberArray,
  PickleError,
  readTorchCheckpoint,
  type PlainRecord,
  type PlainValue,
} from "../../pickle";
import { isSafetensors, readSafetensors, WeightsFileError } from "./safetensors";

/** Tensors by name, row-major. */
export type StateDict = ReadonlyMap<string, NumberArray>;

/** Where training scripts put a state_dict beside other things. */
const WRAPPERS = ["state_dict", "model_state_dict", "model", "net"];

/**
 * The tensors of a safetensors file, or of what `torch.save(model.state_dict())` writes (also inside of a checkpoint
 * under state_dict, model_state_dict, model or net).
 * @throws WeightsFileError saying what the file is instead, or where it is damaged
 */
export function readStateDict(bytes: Uint8Array): StateDict {
  try {
    if (isTorchFile(bytes)) return withoutPrefix(tensorsInside(readTorchCheckpoint(bytes)));
    if (isSafetensors(bytes)) return withoutPrefix(readSafetensors(bytes));
  } catch (error) {
    if (error instanceof PickleError || error instanceof ArchiveError)
      throw new WeightsFileError(reasonOf(error));
    throw error;
  }
  throw new WeightsFileError(
    "it is neither a safetensors file nor a PyTorch file; write one with torch.save(model.state_dict(), FILE)",
  );
}

const reasonOf = (error: PickleError | ArchiveError): string =>
  error instanceof PickleError && error.code === "forbidden"
    ? `${error.message} Nothing of a file is run here: save the tensors alone, with torch.save(model.state_dict(), FILE)`
    : error.message;

function tensorsInside(value: PlainValue): StateDict {
  const inside = isPlainRecord(value) ? WRAPPERS.map((name) => recordValue(value, name)) : [];
  for (const candidate of [value, ...inside]) {
    const tensors = tensorsOf(candidate);
    if (tensors.size > 0) return tensors;
  }
  throw new WeightsFileError("it holds no tensors by name, as a state_dict does");
}

const recordValue = (record: PlainRecord, name: string): PlainValue =>
  Object.hasOwn(record, name) ? (record[name] ?? null) : null;

const tensorsOf = (value: PlainValue): StateDict =>
  new Map(
    isPlainRecord(value)
      ? Object.entries(value).flatMap(([name, entry]) =>
          entry instanceof NumberArray ? [[name, entry] as const] : [],
        )
      : [],
  );

/** What PyTorch puts before every name of a module that it runs on several machines. */
const PARALLEL = "module.";

function withoutPrefix(tensors: StateDict): StateDict {
  const names = [...tensors.keys()];
  if (names.length === 0 || !names.every((name) => name.startsWith(PARALLEL))) return tensors;
  return new Map([...tensors].map(([name, tensor]) => [name.slice(PARALLEL.length), tensor]));
}
