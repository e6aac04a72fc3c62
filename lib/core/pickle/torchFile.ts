import { ArchiveError } from "../formats/containers/archiveError";
import { isZip, openZip, type ZipArchive } from "../formats/containers/zip";
import { ByteReader } from "./byteReader";
import { PickleError } from "./error";
import { PICKLE_LIMITS, type PickleLimits } from "./limits";
import { Machine } from "./machine";
import { elementBytes } from "./numberArray";
import { plainValue, type PlainValue } from "./plain";
import { torchStorage } from "./torch";
import type { Call, Storage, Value } from "./values";

/** The magic number with which files of torch < 1.6 begin, a pickle of its own: PROTO 2, LONG1 of 10 bytes, STOP. */
const LEGACY_START = [
  0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
];

const isLegacy = (bytes: Uint8Array): boolean => LEGACY_START.every((byte, index) => bytes[index] === byte);

/** The pickle of a zip archive that torch wrote: `NAME/data.pkl` in its only folder. */
const pickleOf = (archive: ZipArchive) => archive.files.find(({ name }) => /^[^/]+\/data\.pkl$/.test(name));

/** Whether bytes are what `torch.save` writes, in the zip format or the one before it. */
export function isTorchFile(bytes: Uint8Array): boolean {
  if (isLegacy(bytes)) return true;
  if (!isZip(bytes)) return false;
  try {
    return pickleOf(openZip(bytes)) !== undefined;
  } catch {
    return false;
  }
}

/**
 * What `torch.save` stored: records, lists, numbers, and tensors as arrays of numbers, row-major.
 * @throws PickleError for what is not plain data, ArchiveError for a damaged archive
 */
export function readTorchCheckpoint(bytes: Uint8Array, limits: PickleLimits = PICKLE_LIMITS): PlainValue {
  return isLegacy(bytes) ? readLegacy(bytes, limits) : readZip(bytes, limits);
}

function readZip(bytes: Uint8Array, limits: PickleLimits): PlainValue {
  const archive = openZip(bytes);
  const pickle = pickleOf(archive);
  if (!pickle)
    throw new ArchiveError("unsupported", "The zip archive is not a PyTorch file: it has no data.pkl.");
  const folder = pickle.name.slice(0, -"data.pkl".length);
  const byName = new Map(archive.files.map((file) => [file.name, file]));
  const order = byName.get(`${folder}byteorder`);
  if (order && new TextDecoder().decode(archive.read(order)).trim() !== "little")
    throw new PickleError("unsupported", "its tensors are big-endian, which is not read here.", 0);
  const storages = new Map<string, Storage>();
  const persistent = (id: Value, call: Call): Storage => {
    const storage = torchStorage(id, call, storages);
    const file = byName.get(`${folder}data/${storage.key}`);
    if (!file)
      throw new PickleError(
        "truncated",
        `the archive has no storage ${storage.key.slice(0, 40)}.`,
        call.offset,
      );
    storage.bytes ??= archive.read(file);
    return storage;
  };
  const reader = new ByteReader(archive.read(pickle));
  return plainValue(new Machine(reader, { limits, persistent }).run(), limits, reader.position);
}

/**
 * The format before 1.6: pickles of a magic number, a version, the machine, and the object; then the keys of its
 * storages and, key by key, a count and the numbers.
 */
function readLegacy(bytes: Uint8Array, limits: PickleLimits): PlainValue {
  const reader = new ByteReader(bytes);
  const plain = (): PlainValue => plainValue(new Machine(reader, { limits }).run(), limits, reader.position);
  // Magic number, version, machine.
  for (let index = 0; index < 3; index++) plain();
  const storages = new Map<string, Storage>();
  const persistent = (id: Value, call: Call): Storage => torchStorage(id, call, storages);
  const value = new Machine(reader, { limits, persistent }).run();
  const end = reader.position;
  const keys = plain();
  if (!Array.isArray(keys)) throw new PickleError("malformed", "the list of storages is no list.", end);
  for (const key of keys) {
    const storage = storages.get(String(key));
    if (!storage) throw new PickleError("malformed", "a storage belongs to no tensor.", reader.position);
    storage.bytes = reader.take(reader.uint64() * elementBytes(storage.dtype));
  }
  return plainValue(value, limits, end);
}
