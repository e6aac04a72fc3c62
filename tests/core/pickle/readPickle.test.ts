import { describe, expect, it } from "vitest";
import { NumberArray, readPickle, readTorchCheckpoint } from "@/lib/core/pickle";
import * as written from "./writtenByPython";

const CONTAINERS = {
  a: [1, -2, 300, 70000, 2 ** 40, BigInt(2) ** BigInt(70), -1.5, true, false, null, "é\n", "xxx"],
  t: [1, [2], []],
  s: [1, 2],
  f: [3],
  b: Uint8Array.of(0, 255),
  ba: Uint8Array.of(97, 98),
  c: { re: 1, im: 2 },
  r: { start: 1, stop: 9, step: 2 },
  o: { z: 1, y: 2 },
  d: { k: [1] },
  n: { lr: 0.1, name: "m" },
  sn: { q: 1 },
  "5": "five",
};

const ARRAYS = {
  c: new NumberArray([2, 3], Float32Array.of(0, 1, 2, 3, 4, 5)),
  f: new NumberArray([2, 3], Float64Array.of(0, 1, 2, 3, 4, 5)),
  big: new NumberArray([2], Int16Array.of(1, 2)),
  h: new NumberArray([2], Float32Array.of(0.5, -2)),
  bool: new NumberArray([2], Uint8Array.of(1, 0)),
  s: 2.5,
  i: -7,
  nb: true,
  u: ["ab", "c"],
  ob: ["x", null, 3],
  z: Math.fround(0.1),
};

describe("a pickle written by Python", () => {
  it.each([0, 1, 2, 3, 4, 5] as const)("of containers is read in protocol %i", (protocol) =>
    expect(readPickle(written[`CONTAINERS_${protocol}`])).toEqual(CONTAINERS),
  );

  it.each([2, 4, 5] as const)("of numpy arrays is read in protocol %i", (protocol) =>
    expect(readPickle(written[`ARRAYS_${protocol}`])).toEqual(ARRAYS),
  );

  it("of tensors before torch 1.6 follows strides, offsets and shared storages", () =>
    expect(readTorchCheckpoint(written.TORCH_LEGACY)).toEqual({
      w: new NumberArray([3, 2], Float32Array.of(0, 3, 1, 4, 2, 5)),
      n: new NumberArray([], Float64Array.of(3)),
      h: new NumberArray([2], Float32Array.of(1.5, -2)),
      p: new NumberArray([2], Float32Array.of(1, 1)),
      v: new NumberArray([2], Float32Array.of(1, 2)),
      v2: new NumberArray([4], Float32Array.of(0, 1, 2, 3)),
    }));

  it("cut off anywhere says so and reads nothing", () => {
    const whole = written.CONTAINERS_4;
    const ends = Array.from({ length: whole.length }, (_, end) => end);
    expect(new Set(ends.map((end) => errorCode(() => readPickle(whole.subarray(0, end)))))).toEqual(
      new Set(["truncated"]),
    );
  });
});

const errorCode = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
  return "read";
};
