import { ARCHIVE_LIMITS, ArchiveError, checkSize, type ArchiveLimits } from "./archiveError";
import { crc32 } from "./crc32";
import { damaged, inflate } from "./inflate";

export type ZipFile = {
  /** Path inside the archive, as it stands there. */
  readonly name: string;
  /** Unpacked bytes, as the archive says. */
  readonly size: number;
};

export type ZipArchive = {
  /** Folders are left out. */
  readonly files: readonly ZipFile[];
  /** Unpacks one file. @throws ArchiveError for damaged or encrypted files and beyond a bound */
  readonly read: (file: ZipFile) => Uint8Array;
};

type Entry = ZipFile & {
  readonly packed: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly start: number;
};

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Stands where a number needs more than 32 bits. */
const BEYOND = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * Opens an archive by the directory at its end; files are unpacked one by one when they are asked for.
 * @throws ArchiveError
 */
export function openZip(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): ZipArchive {
  const entries = directory(bytes, limits);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let total = 0;
  return {
    files: entries,
    read(file) {
      const entry = byName.get(file.name);
      if (!entry) throw new ArchiveError("damaged", `The archive has no file ${file.name}.`);
      const unpacked = unpack(bytes, entry, limits);
      total += unpacked.length;
      if (total > limits.maxTotalBytes)
        throw new ArchiveError(
          "too_large",
          `The archive's files unpack to more than ${Math.round(limits.maxTotalBytes / 1024 / 1024)} MB. Split it.`,
        );
      return unpacked;
    },
  };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  throw new ArchiveError(
    "damaged",
    "The zip archive has no directory at its end, as if it was cut off. Copy or pack it again.",
  );
}

function directory(bytes: Uint8Array, limits: ArchiveLimits): Entry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === BEYOND)
    throw new ArchiveError("unsupported", "The zip archive is of the 64-bit kind (zip64). Pack fewer files.");
  if (count > limits.maxFiles)
    throw new ArchiveError(
      "too_large",
      `The zip archive has ${count} files; ${limits.maxFiles} are read at most.`,
    );
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged("The zip archive's directory");
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    if (!name.endsWith("/"))
      entries.push({
        name,
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        start: view.getUint32(at + 42, true),
      });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: Entry, limits: ArchiveLimits): Uint8Array {
  const { name, start, packed, size, method } = entry;
  if (entry.encrypted)
    throw new ArchiveError("unsupported", `${name} is encrypted. Pack the archive without a password.`);
  if (packed === BEYOND || size === BEYOND || start === BEYOND)
    throw new ArchiveError("unsupported", `${name} is larger than 4 GB.`);
  checkSize(name, size, packed, limits);
  const view = viewOf(bytes);
  if (start + LOCAL_BYTES > bytes.length || view.getUint32(start, true) !== LOCAL_HEADER) throw damaged(name);
  const first = start + LOCAL_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (first + packed > bytes.length) throw damaged(name);
  const content = unpacked(bytes.subarray(first, first + packed), name, method, limits);
  if (content.length !== size || crc32(content) !== entry.checksum) throw damaged(name);
  return content;
}

function unpacked(packed: Uint8Array, name: string, method: number, limits: ArchiveLimits): Uint8Array {
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflate(packed, name, limits);
  throw new ArchiveError(
    "unsupported",
    `${name} is packed by method ${method}; deflate is read here, which is what zip programs use by default.`,
  );
}
