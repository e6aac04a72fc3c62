import { crc32 } from "@/lib/core/formats/containers/crc32";

/**
 * Several files as one zip, uncompressed (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4): a model and its measurements
 * travel together, and models hardly compress. Sizes beyond 4 GiB are not written; no upload is that large.
 */

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;

/** One zip of the files, under their names. */
export async function zipFiles(files: readonly File[], zipName: string): Promise<File> {
  const body: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const about = { crc: await checksum(file), size: file.size, nameLength: name.length };
    const local = localHeader(about);
    const central = centralHeader(about, offset);
    body.push(local, name, file);
    directory.push(central, name);
    offset += local.byteLength + name.length + file.size;
    directorySize += central.byteLength + name.length;
  }
  const end = endOfCentral(files.length, directorySize, offset);
  return new File([...body, ...directory, end], zipName, { type: "application/zip" });
}

type About = { readonly crc: number; readonly size: number; readonly nameLength: number };

/** Version, flags, method (0: stored), time, date, checksum and sizes stand alike in both headers. */
function writeAbout(view: DataView, at: number, { crc, size, nameLength }: About): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  // The first day a zip can name, 1 January 1980: the time of a copy is of no use.
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

function localHeader(about: About): ArrayBuffer {
  const buffer = new ArrayBuffer(30);
  const view = new DataView(buffer);
  view.setUint32(0, LOCAL_HEADER, true);
  writeAbout(view, 4, about);
  return buffer;
}

function centralHeader(about: About, localOffset: number): ArrayBuffer {
  const buffer = new ArrayBuffer(46);
  const view = new DataView(buffer);
  view.setUint32(0, CENTRAL_HEADER, true);
  view.setUint16(4, VERSION, true);
  writeAbout(view, 6, about);
  view.setUint32(42, localOffset, true);
  return buffer;
}

function endOfCentral(numFiles: number, directorySize: number, directoryOffset: number): ArrayBuffer {
  const buffer = new ArrayBuffer(22);
  const view = new DataView(buffer);
  view.setUint32(0, END_OF_CENTRAL, true);
  view.setUint16(8, numFiles, true);
  view.setUint16(10, numFiles, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryOffset, true);
  return buffer;
}

/** Checksum of a file, read piece by piece. */
async function checksum(file: File): Promise<number> {
  let crc = 0;
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    crc = crc32(piece.value, crc);
  return crc;
}
