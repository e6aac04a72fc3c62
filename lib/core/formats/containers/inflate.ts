import { Inflate } from "fflate";
import { ArchiveError, checkSize, type ArchiveLimits } from "./archiveError";

/** Packed bytes at a time: a step unpacks to at most a thousand times as much, so that no bound is passed by far. */
export const STEP_BYTES = 16 * 1024;

/** Unpacked bytes as they come, within the bounds. */
export class Collected {
  private readonly parts: Uint8Array[] = [];
  length = 0;

  constructor(
    private readonly name: string,
    private readonly numPacked: number,
    private readonly limits: ArchiveLimits,
  ) {}

  /** @throws ArchiveError beyond a bound */
  add(part: Uint8Array): void {
    this.length += part.length;
    checkSize(this.name, this.length, this.numPacked, this.limits);
    if (part.length > 0) this.parts.push(part);
  }

  whole(): Uint8Array {
    const [only] = this.parts;
    if (only && this.parts.length === 1) return only;
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** Raw deflate data of one file. @throws ArchiveError */
export function inflate(packed: Uint8Array, name: string, limits: ArchiveLimits): Uint8Array {
  const collected = new Collected(name, packed.length, limits);
  const stream = new Inflate((part) => collected.add(part));
  inSteps(packed, name, (step, last) => stream.push(step, last));
  return collected.whole();
}

/** Feeds bytes step by step; whatever the inflater says against them means that they are damaged. */
export function inSteps(
  packed: Uint8Array,
  name: string,
  push: (step: Uint8Array, last: boolean) => void,
): void {
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES)
      push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw damaged(name);
  }
}

export const damaged = (name: string): ArchiveError =>
  new ArchiveError("damaged", `${name} is damaged and cannot be unpacked. Copy or pack it again.`);
