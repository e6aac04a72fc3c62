import { lab, rgb, type RGBColor } from "d3";

/**
 * How a colour looks with one kind of cones missing: matrices of Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 2009), severity 1.0, for linear RGB.
 */
export const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export type Vision = keyof typeof DEFICIENCIES | "full colour vision";

const toLinear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const fromLinear = (value: number): number => {
  const share = Math.min(1, Math.max(0, value));
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
};

/** @param colour as CSS writes it */
export function seen(colour: string, vision: Vision): RGBColor {
  const { r, g, b } = rgb(colour);
  if (vision === "full colour vision") return rgb(r, g, b);
  const channels = [r, g, b].map(toLinear);
  const [red = 0, green = 0, blue = 0] = DEFICIENCIES[vision].map((row) =>
    fromLinear(row.reduce((sum, weight, index) => sum + weight * (channels[index] ?? 0), 0)),
  );
  return rgb(red, green, blue);
}

/** How different two colours look (CIE 1976, distance in CIELAB); 2.3 is just noticeable. */
export function distance(a: string, b: string, vision: Vision): number {
  const [one, other] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}
