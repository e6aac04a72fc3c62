import { describe, expect, it } from "vitest";
import { isSafetensors, readSafetensors } from "@/lib/core/blocks/weightsFile/safetensors";
import { safetensorsFile } from "./safetensorsFile";

describe("safetensors", () => {
  it("reads names, shapes and numbers", () => {
    const file = safetensorsFile(
      {
        __metadata__: { format: "pt" },
        "a.weight": { dtype: "F32", shape: [1, 2], data_offsets: [0, 8] },
        half: { dtype: "F16", shape: [2], data_offsets: [8, 12] },
        brain: { dtype: "BF16", shape: [1], data_offsets: [12, 14] },
        count: { dtype: "I64", shape: [], data_offsets: [14, 22] },
        none: { dtype: "F32", shape: [0], data_offsets: [22, 22] },
      },
      // 1.5 and -2 as float32; 1 and -0.5 as float16; 3 as bfloat16; 7 as int64.
      [0, 0, 0xc0, 0x3f, 0, 0, 0, 0xc0, 0, 0x3c, 0, 0xb8, 0x40, 0x40, 7, 0, 0, 0, 0, 0, 0, 0],
    );
    expect(isSafetensors(file)).toBe(true);
    expect([...readSafetensors(file)].map(([name, { shape, data }]) => [name, shape, [...data]])).toEqual([
      ["a.weight", [1, 2], [1.5, -2]],
      ["half", [2], [1, -0.5]],
      ["brain", [1], [3]],
      ["count", [], [7]],
      ["none", [0], []],
    ]);
  });

  it.each([
    [
      { a: { dtype: "F32", shape: [2], data_offsets: [0, 4] } },
      "tensor a has 4 bytes where its shape [2] needs 8",
    ],
    [
      { a: { dtype: "F32", shape: [2], data_offsets: [0, 8] } },
      "tensor a lies outside of the file (bytes 0 to 8 of 4); it may be cut off",
    ],
    [
      { a: { dtype: "F4", shape: [1], data_offsets: [0, 4] } },
      'tensor a is of type "F4"; F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL are read',
    ],
    [{ a: { dtype: "F32", shape: [-1], data_offsets: [0, 4] } }, "tensor a has no shape"],
    [{ a: { dtype: "F32", shape: [1] } }, "tensor a has no data_offsets"],
    [{ a: 1 }, "tensor a has no description"],
    ["{]", "its header is no JSON object"],
    ["[1]", "its header is no JSON object"],
  ])("says what is wrong: %j", (header, message) =>
    expect(() => readSafetensors(safetensorsFile(header, [0, 0, 0, 0]))).toThrow(message),
  );

  it("says that a header is cut off", () => {
    const file = safetensorsFile({ a: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }).subarray(0, 20);
    expect(isSafetensors(file)).toBe(false);
    expect(() => readSafetensors(file)).toThrow(
      "its first 8 bytes are not the length of a header that it holds",
    );
  });

  it.each(["", "id,accuracy\n1,2\n", "{}"])("takes %j for something else", (text) =>
    expect(isSafetensors(new TextEncoder().encode(text))).toBe(false),
  );
});
