import { hcl, rgb } from "d3";
import { describe, expect, it } from "vitest";
import { operationPalette } from "@/lib/figures/operationPalette";
import type { Feature } from "@/lib/core/searchSpace";

const feature = (name: string, values: Feature["values"]): Feature => ({ name, kind: "categorical", values });

/** Degrees between the hues of two colours; the same hue moves by up to 30 where a screen cannot show it as light. */
function hueDistance(a: string, b: string): number {
  const difference = Math.abs(hcl(a).h - hcl(b).h);
  return Math.min(difference, 360 - difference);
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [lighter = 1, darker = 0] = [a, b]
    .map((colour) => {
      const { r, g, b: blue } = rgb(colour);
      const linear = (channel: number) =>
        channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(blue);
    })
    .sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
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

  it("writes with enough contrast on every colour (WCAG AA: 4.5)", () => {
    const ops = Array.from({ length: 12 }, (_, op) => op);
    const paint = operationPalette({ nodeFeatures: [feature("op", ops), feature("kernel", [3, 5, 7, 9])] });
    const alone = operationPalette({ nodeFeatures: [feature("op", ops)] });
    const paints = ops.flatMap((op) => [alone([op]), ...[0, 1, 2, 3].map((kernel) => paint([op, kernel]))]);
    expect(Math.min(...paints.map(({ fill, ink }) => contrast(fill, ink)))).toBeGreaterThan(4.5);
    expect(contrast("#968c3b", "#ffffff")).toBeCloseTo(3.44, 2);
  });

  it("lets the last feature choose the hue where every operation is the same", () => {
    const paint = operationPalette({ nodeFeatures: [feature("expand", [3, 6]), feature("kernel", [3, 5])] });
    expect(hueDistance(paint([0, 1]).fill, paint([1, 1]).fill)).toBeLessThan(30);
    expect(hueDistance(paint([0, 0]).fill, paint([0, 1]).fill)).toBeGreaterThan(60);
    expect(hcl(paint([1, 0]).fill).l).toBeLessThan(hcl(paint([0, 0]).fill).l);
  });
});
