import { asCount, asCounts, asItems, asText } from "./arguments";
import { PickleError } from "./error";
import { elementBytes, readNumbers } from "./numberArray";
import { Global, LateTensor, Storage, Tuple, type Call, type Constructor, type Value } from "./values";

/** Element codes of torch's storage classes. */
const STORAGES: Readonly<Record<string, string>> = {
  DoubleStorage: "f8",
  FloatStorage: "f4",
  HalfStorage: "f2",
  BFloat16Storage: "bf2",
  LongStorage: "i8",
  IntStorage: "i4",
  ShortStorage: "i2",
  CharStorage: "i1",
  ByteStorage: "u1",
  BoolStorage: "b1",
};

/** `(storage, offset, size, stride, ...)`; gradients and hooks are of no use here. */
const tensor: Constructor = ([storage, first, size, stride], call) => {
  if (!(storage instanceof Storage))
    throw new PickleError("malformed", "a tensor has no storage.", call.offset, call.name);
  const { key, dtype, numElements } = storage;
  const layout = {
    code: dtype,
    bigEndian: false,
    shape: asCounts(size, call),
    strides: asCounts(stride, call),
    first: asCount(first, call),
  };
  return new LateTensor(() => {
    const wanted = numElements * elementBytes(dtype);
    const bytes = storage.bytes ?? new Uint8Array();
    if (bytes.length >= wanted) return readNumbers(bytes.subarray(0, wanted), layout, call.offset, call.take);
    throw new PickleError(
      "truncated",
      `storage ${key.slice(0, 40)} has ${bytes.length} bytes where its tensors need ${wanted}.`,
      call.offset,
    );
  });
};

/** A parameter is its tensor. */
const parameter: Constructor = ([data], call) => {
  if (data instanceof LateTensor) return data;
  throw new PickleError("malformed", "a parameter has no tensor.", call.offset, call.name);
};

const DTYPES = [
  ...["float64", "float32", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool"],
  ...["double", "float", "half", "long", "int", "short"],
];

export const TORCH: readonly Global[] = [
  new Global("torch._utils._rebuild_tensor", tensor),
  new Global("torch._utils._rebuild_tensor_v2", tensor),
  new Global("torch._utils._rebuild_parameter", parameter),
  new Global("torch.Size", ([items], call) => new Tuple(asItems(items, call))),
  new Global("torch.device", (args, call) =>
    args.map((part) => (typeof part === "number" ? String(part) : asText(part, call))).join(":"),
  ),
  ...Object.keys(STORAGES).map((name) => new Global(`torch.${name}`, null)),
  ...DTYPES.map((name) => new Global(`torch.${name}`, null)),
];

/**
 * `("storage", type, key, location, numel, view)`: what torch writes as persistent ids. One key is one storage.
 * @throws PickleError for any other persistent id
 */
export function torchStorage(id: Value, call: Call, known: Map<string, Storage>): Storage {
  const [word, type, key, , numElements, view] = id instanceof Tuple ? id.items : [];
  const dtype = type instanceof Global ? STORAGES[type.name.replace(/^torch\./, "")] : undefined;
  if (word !== "storage" || dtype === undefined)
    throw new PickleError("forbidden", "it refers to an object outside of the file.", call.offset);
  if ((view ?? null) !== null)
    throw new PickleError(
      "unsupported",
      "its storages are views of others. Save it with a newer PyTorch.",
      call.offset,
    );
  const name = asText(key, call);
  const storage = known.get(name) ?? new Storage(name, dtype, asCount(numElements, call));
  known.set(name, storage);
  return storage;
}
