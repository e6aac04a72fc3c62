import type { StoredTensor } from "./predictor";

const CHUNK = 0x8000;

/** Numbers as base64 of little-endian bytes (every machine that runs this is little-endian). */
export function store(shape: readonly number[], values: Float32Array | Float64Array): StoredTensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return { shape, dtype: values instanceof Float32Array ? "float32" : "float64", data: btoa(text) };
}

/** @throws RangeError when the data does not fill the shape */
export function restore(stored: StoredTensor): Float32Array | Float64Array {
  const text = atob(stored.data);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const width = stored.dtype === "float32" ? 4 : 8;
  const wanted = stored.shape.reduce((product, size) => product * size, width);
  if (bytes.length !== wanted)
    throw new RangeError(
      `A stored tensor of shape [${stored.shape.join(", ")}] has ${bytes.length} bytes, not ${wanted}.`,
    );
  return stored.dtype === "float32" ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer);
}

/** A tensor of a predictor file by its name. @throws RangeError when the file has none */
export function restoreNamed(
  tensors: Readonly<Record<string, StoredTensor>>,
  name: string,
): Float32Array | Float64Array {
  const stored = tensors[name];
  if (stored === undefined) throw new RangeError(`The predictor file has no tensor ${name}.`);
  return restore(stored);
}
