import { describe, expect, it } from "vitest";
import { parseComposition } from "@/lib/core/blocks/composition";
import { KNOWN_OPERATIONS } from "@/lib/core/blocks/operations";

describe("an operation as the layers it is made of", () => {
  it("is read step by step", () =>
    expect(
      parseComposition("relu >  Conv 3x3 stride 2 dilation 2 groups 4 /2 > avgpool 2x2 stride 2 ceil"),
    ).toEqual({
      ok: true,
      steps: [
        { kind: "activation", name: "relu" },
        { kind: "conv", kernel: 3, stride: 2, dilation: 2, groups: 4, widening: 0.5 },
        { kind: "avgpool", kernel: 2, stride: 2, ceil: true },
      ],
    }));

  it.each(["conv 3x5", "conv 0x0", "conv 3x3 stride 0", "conv 3x3 ceil", "maxpool 3x3 ceil", "lstm", ""])(
    "names a step that is none: %s",
    (text) => {
      const outcome = parseComposition(`bn > ${text}`);
      expect(outcome.ok ? "" : outcome.message).toMatch(
        `step 2, "${text}", is not known: a step is conv KxK, depthwise KxK,`,
      );
    },
  );

  it("is what every operation we know is written as", () => {
    for (const [name, text] of Object.entries(KNOWN_OPERATIONS))
      expect([name, parseComposition(text).ok]).toEqual([name, true]);
  });
});
