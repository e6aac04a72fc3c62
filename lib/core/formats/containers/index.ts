/** Files that hold a table in another wrapping: gzip, zip, pickles, PyTorch files, ONNX models. */
import {
  isPickle,
  isPlainRecord,
  isTorchFile,
  NumberArray,
  PickleError,
  readPickle,
  readTorchCheckpoint,
} from "../../pickle";
import type { PlainValue } from "../../pickle";
import { isOnnx } from "../../onnx";
import { modelsAlone } from "./modelTable";
import type { TableOutcome } from "../readTable";
import { ArchiveError } from "./archiveError";
import { gunzip, isGzip } from "./gzip";
import { plainJson } from "./plainJson";
import { isZip, openZip } from "./zip";
import { readZipped } from "./zipped";

/** How what was unwrapped becomes a table; given by the caller, who knows all kinds of files. */
export type Unwrapped = {
  readonly readBytes: (bytes: Uint8Array) => TableOutcome;
  /** @param value as JSON.parse gives it */
  readonly readValue: (value: unknown) => TableOutcome;
};

const failed = (message: string): TableOutcome => ({ ok: false, message });

/** The classes of AutoBuild's rich caches: records of nodes and edges, nothing else. */
const isGraphRecord = (name: string): boolean =>
  name === "onnx_ir.graph.Graph" || name === "onnx_ir.node.Node";

/**
 * Pickles of protocols 0 and 1 have no mark: they begin with a list, a dict or a name of Python as programs write
 * them, and end with a full stop.
 */
const isOldPickle = (bytes: Uint8Array): boolean =>
  bytes.at(-1) === 0x2e &&
  /^(?:\([ld]p\d+\n|[\]}]q\0|\(*c[a-z_][\w.]*\n[a-z_][\w.]*\n[(pq)])/i.test(
    String.fromCharCode(...bytes.subarray(0, 200)),
  );

/** The table in a wrapped file; null for files that are not wrapped. Never throws for what a file may hold. */
export function readContainer(bytes: Uint8Array, unwrapped: Unwrapped): TableOutcome | null {
  try {
    if (isGzip(bytes)) return unwrapped.readBytes(gunzip(bytes));
    if (isTorchFile(bytes)) return valueTable(readTorchCheckpoint(bytes), unwrapped);
    if (isZip(bytes)) return readZipped(openZip(bytes), unwrapped);
    if (isPickle(bytes) || isOldPickle(bytes))
      return valueTable(readPickle(bytes, { records: isGraphRecord }), unwrapped);
    if (isOnnx(bytes)) return { ok: true, table: modelsAlone([{ name: "model.onnx", read: () => bytes }]) };
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return failed(error.message);
    if (error instanceof PickleError)
      return failed(`The file cannot be read without running code. ${error.message}`);
    throw error;
  }
}

function valueTable(value: PlainValue, { readValue }: Unwrapped): TableOutcome {
  if (isStateDict(value))
    return failed(
      "The file holds the weights of a network and no measurements. A released predictor is opened on the page Train, with its ..._config.pkl.",
    );
  return readValue(plainJson(value));
}

/** Named tensors of many shapes; columns of a table have one length. */
function isStateDict(value: PlainValue): boolean {
  const tensors = isPlainRecord(value) ? Object.values(value) : [];
  const shapes = tensors.map((tensor) => (tensor instanceof NumberArray ? tensor.shape.join() : null));
  return new Set(shapes).size > 1 && !shapes.includes(null);
}
