import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { sequenceModule } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { configNameOf, readCheckpointFiles } from "@/lib/predictor/autobuild/checkpointFiles";
import { misfit } from "@/lib/predictor/autobuild/checkpointRows";
import { refittedCheckpoint, releasedFile } from "@/lib/predictor/autobuild/refit";
import {
  checkpointFamily,
  MOMENTS_MISSING,
  type CheckpointConfig,
  type StateDict,
} from "@/lib/predictor/autobuild/releasedCheckpoint";
import { start } from "@/lib/predictor/backend";
import { openPredictor } from "@/lib/predictor/registry";
import { restoreNamed } from "@/lib/predictor/serialise";
import { assemblies } from "@/scripts/cli/assemblies";
import { unitModules } from "@/scripts/cli/modules";
import { sharedPath } from "../../shared";

const NAME = "minMAE_ofa_mbv3_custom_acc_GraphConv_sum_directed_srcc1";
const [checkpoint, config] = [`${NAME}_predictor.pt`, `${NAME}_config.pkl`].map((name) =>
  sharedPath(`reference/checkpoints/${name}`),
);
const present = checkpoint !== null && checkpoint !== undefined && config !== null && config !== undefined;
const released = () => {
  if (!present) throw new Error("absent");
  return readCheckpointFiles(readFileSync(checkpoint), readFileSync(config));
};

/** ProxylessNAS as PyTorch would save it: the same tables, and unit moments of five lengths. */
function asProxyless(state: StateDict, settings: CheckpointConfig): [StateDict, CheckpointConfig] {
  const moments = Float32Array.from({ length: 5 * 5 * 2 }, (_, index) => index % 2);
  return [
    { ...state, "embed_layer.moment_tsr": { shape: [5, 5, 2], data: moments } },
    { ...settings, families: "ofa_pn" },
  ];
}

/** A dataset's own space: other names and order of values, resolution and operation not said. */
const OWN_SPACE: SearchSpace = {
  structure: "staged",
  units: Array.from({ length: 5 }, (_, index) => ({ name: `stage ${index}`, lengths: [2, 4] })),
  nodeFeatures: [
    { name: "kernel", kind: "ordinal", values: [3, 7] },
    { name: "expand", kind: "ordinal", values: [4, 6] },
  ],
  globalFeatures: [],
  notation: "once-for-all",
  constants: {},
};
const own = (id: string, nodes: readonly (readonly [number, number])[]): Architecture => ({
  id,
  units: Array.from({ length: 5 }, () => nodes),
  globals: [],
});
const OWN_ROWS = [
  own("a", [
    [0, 0],
    [1, 1],
  ]),
  own("b", [
    [1, 0],
    [0, 1],
  ]),
  own("c", [
    [1, 1],
    [1, 1],
    [0, 0],
    [1, 0],
  ]),
];

describe("what a checkpoint is of", () => {
  it("is named by its settings, else seen by its table of moments", () => {
    const five = { "embed_layer.moment_tsr": { shape: [5, 5, 2], data: [] } };
    expect(checkpointFamily({ families: "ofa_pn_latency_cpu" })).toBe("pn");
    expect(checkpointFamily({ families: "ofa_mbv3_latency_cpu" }, five)).toBe("mbv3");
    expect(checkpointFamily({}, five)).toBe("pn");
  });

  it("has its settings beside it", () =>
    expect(configNameOf(`${NAME}_predictor.pt`)).toBe(`${NAME}_config.pkl`));

  it("fits a dataset by its values", () => {
    expect(misfit(OWN_SPACE, "mbv3")).toBeNull();
    expect(misfit(OWN_SPACE, "pn")).toBe(
      "The checkpoint is of ProxylessNAS, which has 6 units; this dataset has 5.",
    );
    expect(
      misfit({ ...OWN_SPACE, nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 9] }] }, "mbv3"),
    ).toBe("The checkpoint is of MobileNetV3, whose blocks have expand; this dataset has no such feature.");
    expect(
      misfit(
        { ...OWN_SPACE, constants: { expand: 5 }, nodeFeatures: OWN_SPACE.nodeFeatures.slice(0, 1) },
        "mbv3",
      ),
    ).toBe("The checkpoint is of MobileNetV3, whose expand is 3, 4, 6; this dataset has 5.");
    expect(misfit({ ...OWN_SPACE, constants: { op: "mbconv2" } }, "mbv3")).toBe(
      'The checkpoint is of MobileNetV3, whose operation is mbconv3; this dataset has "mbconv2".',
    );
  });
});

describe.skipIf(!present)("the released accuracy predictor", () => {
  beforeAll(async () => void (await start("wasm")));

  it("ranks all 36,855 sequences of MobileNetV3, and says that its moments are missing", async () => {
    const { state, config: settings } = released();
    const file = releasedFile(state, settings);
    expect([file.metrics.srcc, file.metrics.mae, file.metrics.notes]).toEqual([
      null,
      null,
      [MOMENTS_MISSING],
    ]);
    const predictor = await openPredictor(file);
    const modules = [0, 1, 2, 3, 4].flatMap((unit) => unitModules(file.space, [], unit, 5).modules);
    const [best] = (await predictor.scoreModules(modules)).toSorted((a, b) => b.score - a.score);
    predictor.dispose();
    expect(modules).toHaveLength(36_855);
    // e6k3, e3k3, e3k3, e6k7 in unit 4: golden/units_mbv3_acc.json, variant A.
    expect([best?.unitIndex, best?.nodes]).toEqual([
      3,
      [
        [2, 0],
        [0, 0],
        [0, 0],
        [2, 2],
      ],
    ]);
    expect(best?.score).toBeCloseTo(112.98721, 3);
  });

  it("of ProxylessNAS scores unit 5 together with unit 6: 95,823 sequences", async () => {
    const { state, config: settings } = released();
    const file = releasedFile(...asProxyless(state, settings));
    const modules = file.space.units.map((_, unit) => unitModules(file.space, [], unit, 5).modules);
    expect(modules.map((list) => list.length)).toEqual([7371, 7371, 7371, 7371, 66_339, 0]);
    const predictor = await openPredictor(file);
    const [five, prefix] = await predictor.scoreModules([
      sequenceModule(4, [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [2, 2],
      ]),
      sequenceModule(4, [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ]);
    predictor.dispose();
    expect([five?.hop, prefix?.hop]).toEqual([4, 3]);
    const slots = [0, 1, 2, 3, 4].map((unit) => {
      const nodes = Array.from({ length: unit === 4 ? 5 : 2 }, (_, layer) => [layer % 3, unit % 3]);
      return [{ ...sequenceModule(unit, nodes), hop: 1, score: 1, low: 0, high: 0, support: 0 }];
    });
    const [built] = assemblies(file, slots, 1);
    expect(built?.units.map((unit) => unit.length)).toEqual([2, 2, 2, 2, 4, 1]);
    expect(built?.units[5]).toEqual([[1, 1]]);
  });

  it("speaks of a dataset in the dataset's own codes", async () => {
    const { state, config: settings } = released();
    const rows = {
      space: OWN_SPACE,
      architectures: OWN_ROWS,
      targets: null,
      target: "acc",
      datasetHash: "x",
    };
    const file = await refittedCheckpoint(state, settings, rows);
    const [ours, theirs] = [await openPredictor(file), await openPredictor(releasedFile(state, settings))];
    const inTheirs = OWN_ROWS.map(({ id, units }) => ({
      id,
      // kernel, expand -> expand, kernel; 4, 6 are the codes 1, 2 and 3, 7 the codes 0, 2 there.
      units: units.map((unit) => unit.map(([kernel = 0, expand = 0]) => [expand + 1, 2 * kernel])),
      globals: [224],
    }));
    const [mine, known] = [await ours.predict(OWN_ROWS), await theirs.predict(inTheirs)];
    expect(mine.map(({ value }) => value)).toEqual(known.map(({ value }) => value));
    expect(await ours.nodeNorms(OWN_ROWS[2] as Architecture)).toEqual(
      await theirs.nodeNorms(inTheirs[2] as Architecture),
    );
    const module = sequenceModule(2, [
      [0, 0],
      [1, 1],
    ]);
    const [score] = await ours.scoreModules([module]);
    expect([score?.nodes, score?.support, score?.hop]).toEqual([module.nodes, 1, 1]);
    const features = await ours.scoreFeatures();
    expect([...new Set(features.map(({ feature }) => feature))]).toEqual([
      "unit",
      "layer",
      "expand",
      "kernel",
    ]);
    expect(features.filter(({ feature }) => feature === "unit").map(({ value }) => value)).toEqual(
      OWN_SPACE.units.map(({ name }) => name),
    );
    expect(file.metrics.notes).toEqual([
      "The checkpoint's moments were refitted on 3 rows of this dataset, with its own predictions in place of measurements, which the dataset lacks.",
    ]);
    ours.dispose();
    theirs.dispose();
  });

  it("takes fractions for percent where the dataset has percent", async () => {
    const { state, config: settings } = released();
    const targets = [76.1, 76.2, 77.9];
    const file = await refittedCheckpoint(state, settings, {
      space: OWN_SPACE,
      architectures: OWN_ROWS,
      targets,
      target: "top_1_acc",
      datasetHash: "x",
    });
    const predictor = await openPredictor(JSON.parse(JSON.stringify(file)));
    const [first] = await predictor.predict(OWN_ROWS);
    predictor.dispose();
    expect(first?.value).toBeGreaterThan(70);
    expect(file.metrics.heldOut.measured).toEqual(targets);
    expect(file.metrics.numTest).toBe(3);
  });

  it("says which resolutions it was never trained on", async () => {
    const { state, config: settings } = released();
    const space: SearchSpace = {
      ...OWN_SPACE,
      globalFeatures: [{ name: "resolution", kind: "continuous", values: [128, 224] }],
    };
    const architectures = OWN_ROWS.map((row, index) => ({ ...row, globals: [[128, 192, 224][index] ?? 0] }));
    const rows = { space, architectures, targets: null, target: "acc", datasetHash: "x" };
    const { metrics } = await refittedCheckpoint(state, settings, rows);
    expect(metrics.notes?.[1]).toBe(
      "The checkpoint was trained on resolutions from 192 to 224; what it says of rows with others (1) is extrapolated.",
    );
  });

  it("keeps moments that it brings", async () => {
    const { state, config: settings } = released();
    const brought = {
      ...state,
      hop_moments: { shape: [2, 5], data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
    };
    const file = await refittedCheckpoint(brought, settings, {
      space: OWN_SPACE,
      architectures: OWN_ROWS,
      targets: [0.76, 0.77, 0.78],
      target: "acc",
      datasetHash: "x",
    });
    expect(Array.from(restoreNamed(file.tensors, "hopMoments"))).toEqual([1, 6, 2, 7, 3, 8, 4, 9, 5, 10]);
    expect(file.metrics.notes).toEqual([
      "The checkpoint was tried on 3 rows of this dataset, which it may have been trained on.",
    ]);
  });

  it("is refused where something is missing or unlike what is computed here", () => {
    const { state, config: settings } = released();
    const { "regressor.bias": _bias, ...without } = state;
    expect(() => releasedFile(without, settings)).toThrow("The checkpoint has no tensor regressor.bias.");
    const short = {
      ...state,
      "embed_layer.kernel_embed.weight": { shape: [2, 3], data: new Float32Array(6) },
    };
    expect(() => releasedFile(short, settings)).toThrow(
      "Tensor embed_layer.kernel_embed.weight of the checkpoint has fewer than 3 rows.",
    );
    const pickle = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    const bytes = readFileSync(checkpoint ?? "");
    expect(() => readCheckpointFiles(bytes, pickle("}U\x06formatU\x07onnx_irs."))).toThrow(
      'The checkpoint was trained with format = "onnx_ir"; checkpoints with "custom" are read here.',
    );
    expect(() => readCheckpointFiles(bytes, pickle("cos\nsystem\n(S'id'\ntR."))).toThrow(
      "The settings (..._config.pkl) cannot be read. Pickle, byte 0: it asks for os.system,",
    );
    expect(() => readCheckpointFiles(pickle("}."), pickle("}."))).toThrow(
      "The checkpoint (..._predictor.pt) cannot be read.",
    );
  });
});
