import { describe, expect, it } from "vitest";
import { moduleKey, sequenceModule } from "@/lib/core/module";
import { seededRandom } from "@/lib/core/random";
import { enumerateOperations, type SearchSpace } from "@/lib/core/searchSpace";
import { srcc } from "@/lib/core/stats";
import { moduleGp } from "@/lib/predictor/moduleGp/method";
import { stagedProblem } from "./staged";

const { problem, unseen, truth } = stagedProblem(200, 7);
const fit = (seed: number) => moduleGp.fit(problem, { ...moduleGp.defaults, seed }, {});
const first = await fit(1);
const second = await fit(2);
const predictions = await first.predict(unseen);
const operations = enumerateOperations(problem.space) ?? [];
const sequences = problem.space.units.flatMap((_, unitIndex) =>
  operations.flatMap((a) => operations.map((b) => sequenceModule(unitIndex, [a, b]))),
);

describe("a module process of 200 rows of the staged sample", () => {
  it("ranks the other 1,800 with SRCC above 0.78", () =>
    expect(
      srcc(
        predictions.map(({ value }) => value),
        truth,
      ),
    ).toBeGreaterThan(0.78));

  it("has no graph network, and so no embeddings of operations", () =>
    expect(first.embedOperations).toBeUndefined());

  it("has intervals that hold 85 to 95 % of what was measured", () => {
    const held = predictions.filter(
      ({ low, high }, i) => low <= (truth[i] ?? NaN) && (truth[i] ?? NaN) <= high,
    );
    expect(held.length / truth.length).toBeGreaterThan(0.85);
    expect(held.length / truth.length).toBeLessThan(0.95);
  });

  it("is faithful: sums of module scores rank architectures as predictions do, SRCC above 0.95", async () => {
    const some = unseen.slice(0, 200);
    const scored = await first.scoreModules(
      some.flatMap(({ units }) => units.map((unit, u) => sequenceModule(u, unit))),
    );
    const sums = some.map((_, i) =>
      scored.slice(4 * i, 4 * i + 4).reduce((sum, { score }) => sum + score, 0),
    );
    expect(
      srcc(
        sums,
        predictions.slice(0, 200).map(({ value }) => value),
      ),
    ).toBeGreaterThan(0.95);
  });

  it("is stable: another seed ranks modules and feature values alike, Spearman above 0.9", async () => {
    const [a, b] = [await first.scoreModules(sequences), await second.scoreModules(sequences)];
    expect(
      srcc(
        a.map(({ score }) => score),
        b.map(({ score }) => score),
      ),
    ).toBeGreaterThan(0.9);
    const [c, d] = [await first.scoreFeatures(), await second.scoreFeatures()];
    expect(
      srcc(
        c.map(({ score }) => score),
        d.map(({ score }) => score),
      ),
    ).toBeGreaterThan(0.9);
  });

  it("counts the labelled rows whose unit is the module", async () => {
    const unit = problem.architectures[0]?.units[0] ?? [];
    const [scored] = await first.scoreModules([sequenceModule(0, unit)]);
    const key = moduleKey(sequenceModule(0, unit));
    const holding = problem.architectures.filter(
      ({ units }) => moduleKey(sequenceModule(0, units[0] ?? [])) === key,
    );
    expect(scored?.support).toBe(holding.length);
    expect(scored?.low).toBeLessThan(scored?.score ?? NaN);
    expect(scored?.high).toBeGreaterThan(scored?.score ?? NaN);
  });

  it("opens from its file and predicts the same", async () => {
    const opened = await moduleGp.open(JSON.parse(JSON.stringify(first.toFile())));
    const again = await opened.predict(unseen.slice(0, 20));
    again.forEach(({ value }, i) => expect(value).toBeCloseTo(predictions[i]?.value ?? NaN, 12));
  });

  it("stops when cancelled", async () => {
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(moduleGp.fit(problem, moduleGp.defaults, { signal })).rejects.toThrow("cancelled");
  });
});

describe("a target that hangs on one of many features", () => {
  // Thirty features that say nothing, and a width that says everything.
  const random = seededRandom(5);
  const names = Array.from({ length: 30 }, (_, index) => `nothing ${index}`);
  const space: SearchSpace = {
    structure: "flat",
    units: [{ name: "settings", lengths: [1] }],
    nodeFeatures: [{ name: "constant", kind: "categorical", values: ["a"] }],
    globalFeatures: [...names, "width"].map((name) => ({ name, kind: "ordinal", values: [0, 1, 2, 3] })),
    notation: "test",
    constants: {},
  };
  const architectures = Array.from({ length: 140 }, (_, index) => ({
    id: String(index),
    units: [[[0]]],
    globals: space.globalFeatures.map(() => Math.floor(4 * random())),
  }));
  const targets = Float64Array.from(architectures, ({ globals }) => (globals[30] ?? 0) + 0.2 * random());

  it("is found with 40 rows, and the others are left out", async () => {
    const labelled = { architectures: architectures.slice(0, 40), targets: targets.slice(0, 40) };
    const planted = await moduleGp.fit(
      { space, target: "t", datasetHash: "", ...labelled },
      moduleGp.defaults,
      {},
    );
    const said = (await planted.predict(architectures.slice(40))).map(({ value }) => value);
    const widths = architectures.slice(40).map(({ globals }) => globals[30] ?? NaN);
    expect(srcc(said, widths)).toBeGreaterThan(0.95);
  });
});

it("a file with one weight for all modules, as the first version wrote it, still opens", async () => {
  const file = first.toFile();
  const { linearVariance, lengthScale } = { linearVariance: 2, lengthScale: 1 };
  const opened = await moduleGp.open({
    ...file,
    settings: { ...file.settings, linearVariance, lengthScale },
    tensors: {},
  });
  const again = await opened.predict(unseen);
  expect(
    srcc(
      again.map(({ value }) => value),
      truth,
    ),
  ).toBeGreaterThan(0.75);
});
