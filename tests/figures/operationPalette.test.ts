import { hcl } from "d3";
import { describe, expect, it } from "vitest";
import { operationPalette } from "@/lib/figures/operationPalette";
import type { Feature } from "@/lib/core/searchSpace";

const feature = (name: string, values: Feature["values"]): Feature => ({ name, kind: "categorical", values });

/** Degrees between the hues of two colours; the same hue moves by up to 30 where a screen cannot show it as light. */
function hueDistance(a: string, b: string): number {
  const difference = Math.abs(hcl(a).h - hcl(b).h);
  return Math.min(difference, 360 - difference);
}

describe("operationPalette", () => {
  it("gives operations of a rich encoding hues of their own, whatever their attributes are", () => {
    const paint = operationPalette({
      nodeFeatures: [
        feature("op", ["Conv", "Relu", "Gemm"]),
        feature("channels", [8, 16]),
        feature("bias", [0]),
      ],
    });
    const [conv = "", relu = "", gemm = ""] = [0, 1, 2].map((op) => paint([op, 0, 0]).fill);
    expect(
      Math.min(hueDistance(conv, relu), hueDistance(relu, gemm), hueDistance(conv, gemm)),
    ).toBeGreaterThan(60);
    expect(hueDistance(conv, paint([0, 1, 0]).fill)).toBeLessThan(30);
  });

  it("lets the last feature choose the hue where every operation is the same", () => {
    const paint = operationPalette({ nodeFeatures: [feature("expand", [3, 6]), feature("kernel", [3, 5])] });
    expect(hueDistance(paint([0, 1]).fill, paint([1, 1]).fill)).toBeLessThan(30);
    expect(hueDistance(paint([0, 0]).fill, paint([0, 1]).fill)).toBeGreaterThan(60);
    expect(hcl(paint([1, 0]).fill).l).toBeLessThan(hcl(paint([0, 0]).fill).l);
  });
});
