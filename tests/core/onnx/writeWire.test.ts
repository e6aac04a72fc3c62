import { describe, expect, it } from "vitest";
import { floatOf, integers, textOf, wireFields } from "@/lib/core/onnx/wire";
import { floatField, integerField, joined, packedField, textField, varint } from "@/lib/core/onnx/writeWire";

describe("written protocol buffers", () => {
  it("have seven bits of a number in a byte", () => {
    expect([...varint(0)]).toEqual([0]);
    expect([...varint(300)]).toEqual([0xac, 0x02]);
    expect([...varint(-1)]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
  });

  it("are read back as they were", () => {
    const bytes = joined([
      ...integerField(1, -5),
      ...textField(2, "é"),
      ...packedField(3, [1, 1000, -1]),
      ...floatField(4, 0.5),
    ]);
    const [whole, text, list, float] = [...wireFields(bytes)];
    if (!whole || !text || !list || !float) throw new Error("A field is missing.");
    expect(integers(whole)).toEqual([-5]);
    expect(textOf(text)).toBe("é");
    expect(integers(list)).toEqual([1, 1000, -1]);
    expect(floatOf(float)).toBe(0.5);
  });
});
