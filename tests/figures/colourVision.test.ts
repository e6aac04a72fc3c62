import { lab } from "d3";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { divergingScale, sequentialScale } from "@/lib/figures/colourScale";
import { cellSpace, stagedSpace } from "@/lib/figures/fixtures";
import { operationPalette } from "@/lib/figures/operationPalette";
import { shownOperations } from "@/lib/figures/positionMatrix";
import { DEFICIENCIES, distance, seen, type Vision } from "./colourVision";

const VISIONS: readonly Vision[] = [
  "full colour vision",
  ...(Object.keys(DEFICIENCIES) as (keyof typeof DEFICIENCIES)[]),
];

/** Colours this far apart are told apart at a glance, not only side by side. */
const CLEARLY = 15;
/** Just noticeable is 2.3; with a label on it, twice that will do. */
const NOTICEABLY = 4.6;

/** The roles of one theme as the style sheet has them. */
function themeColours(theme: "light" | "dark"): Map<string, string> {
  const text = readFileSync("app/globals.css", "utf8");
  const roles = text.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g);
  return new Map(
    [...roles].map(([, name = "", light = "", dark = ""]) => [name, theme === "light" ? light : dark]),
  );
}

it("the matrices leave grey grey", () => {
  for (const vision of VISIONS) {
    const { r, g, b } = seen("#808080", vision);
    for (const channel of [r, g, b]) expect(Math.abs(channel - 128)).toBeLessThan(0.5);
  }
});

it("the simulation is the published one: pure red is a dark yellow without red cones", () => {
  const { r, g, b } = seen("#ff0000", "protanopia");
  expect([r, g, b].map(Math.round)).toEqual([109, 95, 0]);
});

describe.each(VISIONS)("with %s", (vision) => {
  it("better and worse are told apart, and both from the middle, at a third of the scale already", () => {
    const { colour } = divergingScale([-3, 3]);
    for (const size of [1, 2, 3]) {
      expect(distance(colour(size), colour(-size), vision)).toBeGreaterThan(2 * CLEARLY);
      expect(distance(colour(size), colour(0), vision)).toBeGreaterThan(CLEARLY);
      expect(distance(colour(-size), colour(0), vision)).toBeGreaterThan(CLEARLY);
    }
  });

  it("more is lighter all along the sequential scale", () => {
    const { colour } = sequentialScale([0, 20]);
    const lightness = Array.from({ length: 21 }, (_, value) => lab(seen(colour(value), vision)).l);
    for (let step = 1; step < lightness.length; step++)
      expect((lightness[step] ?? 0) - (lightness[step - 1] ?? 0)).toBeGreaterThan(1);
  });

  it.each([
    ["units", stagedSpace],
    ["a cell", cellSpace],
  ])("operations of %s, which carry their names too, differ from each other", (_, space) => {
    const paint = operationPalette(space);
    const fills = shownOperations(space, []).operations.map((node) => paint(node).fill);
    for (const [index, fill] of fills.entries())
      for (const other of fills.slice(index + 1))
        expect.soft(distance(fill, other, vision), `${fill} and ${other}`).toBeGreaterThan(NOTICEABLY);
  });

  it.each(["light", "dark"] as const)(
    "what is selected, linked and faint differs in the %s theme",
    (theme) => {
      const colours = themeColours(theme);
      const of = (role: string): string => {
        const colour = colours.get(role);
        if (colour === undefined) throw new Error(`The style sheet has no ${role}.`);
        return colour;
      };
      for (const [a, b] of [
        ["ink", "accent"],
        ["accent", "line-strong"],
        ["accent", "surface"],
        ["line-strong", "surface"],
        ["ink", "surface"],
      ] as const)
        expect.soft(distance(of(a), of(b), vision), `${a} and ${b}`).toBeGreaterThan(CLEARLY);
    },
  );
});
