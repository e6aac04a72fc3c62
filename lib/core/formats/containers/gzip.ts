import { Gunzip } from "fflate";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "./archiveError";
import { crc32 } from "./crc32";
import { Collected, damaged, inSteps } from "./inflate";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Checksum and length that end a member. */
const TRAILER_BYTES = 8;

/**
 * Unpacks gzip data of one member or of several, which stand for one text in a row.
 * @throws ArchiveError for damaged data and beyond a bound
 */
export function gunzip(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Uint8Array {
  const name = "The gzip file";
  const collected = new Collected(name, bytes.length, limits);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let checksum = 0;
  const checkMember = (end: number): void => {
    if (end < TRAILER_BYTES || view.getUint32(end - TRAILER_BYTES, true) !== checksum) throw damaged(name);
    checksum = 0;
  };
  const stream = new Gunzip((part) => {
    checksum = crc32(part, checksum);
    collected.add(part);
  });
  stream.onmember = checkMember;
  inSteps(bytes, name, (step, last) => stream.push(step, last));
  checkMember(bytes.length);
  return collected.whole();
}
