import { beforeAll, describe, expect, it } from "vitest";
import { predictorFileSchema } from "@/lib/api/contracts";
import { start } from "@/lib/predictor/backend";
import { fitPredictor, openPredictor } from "@/lib/predictor/registry";
import { sampleProblem } from "./combined/samples";

const { problem } = sampleProblem("staged", 20);
const shared = { seed: 1, trainFraction: 0.9 };
const small = { hiddenWidth: 4, numLayers: 2, epochs: 1 };

beforeAll(async () => void (await start("wasm")));

describe("settings of a predictor's file", () => {
  it.each([
    { ...shared, kind: "module-gp" },
    { ...shared, ...small, kind: "autobuild" },
    { ...shared, ...small, kind: "combined", members: 2, numVaried: 5 },
  ])("are all known, so that the API takes what $kind found out", async (settings) => {
    const predictor = await fitPredictor(problem, settings);
    const file = predictor.toFile();
    predictor.dispose();
    const read = predictorFileSchema.shape.settings.safeParse(file.settings);
    expect(read.success ? null : read.error.issues).toBeNull();
  });

  it("are refused by the API with those that there are", () => {
    const issueOf = (settings: object): string | undefined =>
      predictorFileSchema.shape.settings.safeParse({ ...shared, ...settings }).error?.issues[0]?.message;
    expect(issueOf({ kind: "combined", schedule: "cosin" })).toBe(
      'Setting schedule is "cosin". Learning rate schedule is one of constant, cosine.',
    );
    expect(issueOf({ kind: "module-gp", epoch: 3 })).toContain(
      'has no setting "epoch"; its settings are maxRows, trainFraction, group, seed.',
    );
  });

  it("are refused by a fit, and where a file is opened", async () => {
    await expect(fitPredictor(problem, { ...shared, kind: "autobuild", schedule: "cosin" })).rejects.toThrow(
      "one of constant, cosine",
    );
    const predictor = await fitPredictor(problem, { ...shared, kind: "module-gp" });
    const file = predictor.toFile();
    predictor.dispose();
    const spoilt = { ...file, settings: { ...file.settings, targetScale: "rank" } };
    await expect(openPredictor(spoilt)).rejects.toThrow(
      "Setting targetScale is one of raw, rank-gaussian, not rank.",
    );
  });
});
