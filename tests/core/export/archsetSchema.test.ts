import Ajv2020 from "ajv/dist/2020";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assembledToArchset, datasetToArchset } from "@/lib/core/export/archset";
import { importFile } from "@/lib/core/formats";
import { randomDataset } from "./randomDataset";

const path = join(import.meta.dirname, "../../../public/schema/archset.schema.json");
const schema = JSON.parse(readFileSync(path, "utf8")) as object;
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const errorsOf = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []));
const read = (value: unknown) =>
  importFile({ name: "file.json", bytes: new TextEncoder().encode(JSON.stringify(value)) });

/** As it was written before there were versions. */
const unversioned = {
  format: "archset",
  name: "old",
  space: {
    structure: "staged",
    units: [{ name: "unit 1", lengths: [1, 2] }],
    nodeFeatures: [{ name: "kernel", kind: "ordinal", values: [3, 5] }],
    globalFeatures: [],
    notation: "block-tokens",
    constants: {},
  },
  metrics: [{ name: "accuracy", label: "acc", unit: "%", goal: "max" }],
  architectures: [{ id: "a", units: [[{ kernel: 3 }, { kernel: 5 }]], metrics: { acc: 71 } }],
};

describe("the published schema of archset", () => {
  it("holds for every export of 100 random datasets", () => {
    for (let seed = 0; seed < 100; seed++)
      expect(errorsOf(JSON.parse(datasetToArchset(randomDataset(seed)))), `seed ${seed}`).toEqual([]);
  });

  it("holds for an assembled architecture", () => {
    const { space, architectures } = randomDataset(3);
    const [architecture = { id: "", units: [], globals: [] }] = architectures;
    const predicted = { value: 1, low: 0, high: 2 };
    const timed = { medianMs: 1, lowMs: 0.5, highMs: 2, numTimes: 50, numWarmUps: 10 };
    const measuredAt = "2026-11-24T20:00:00.000Z";
    const ranOn = { backend: "webgpu", threads: null, template: { family: "mbconv" } } as const;
    const latencies = [{ ...timed, ...ranOn, inputShape: [3, 32, 32], measuredAt }];
    const provenance = {
      datasetHash: "ab",
      predictorId: null,
      seed: 7,
      target: "accuracy",
      predicted,
      latencies,
    };
    expect(errorsOf(JSON.parse(assembledToArchset("mine", space, architecture, provenance)))).toEqual([]);
  });

  it.each([
    ["without a version", unversioned],
    ["of version 1", { ...unversioned, version: 1 }],
    ["of version 2", { ...unversioned, version: 2 }],
  ])("holds for a file %s, which is read", (_name, file) => {
    expect(errorsOf(file)).toEqual([]);
    const outcome = read(file);
    expect(outcome.ok && outcome.dataset).toMatchObject({
      name: "old",
      metrics: unversioned.metrics,
      architectures: [{ id: "a", row: 1, units: [[[0], [1]]], globals: [], metrics: [71] }],
    });
  });

  it.each([
    [{ version: 3 }, "Row 1, version: 3 is not known; up to 2 are read here."],
    [{ space: { ...unversioned.space, structure: "tree" } }, "Row 1, space.structure: is not one of staged"],
    [
      { space: { ...unversioned.space, units: [{ name: "u", lengths: [0.5] }] } },
      "space.units[0].lengths: is not",
    ],
    [
      { space: { ...unversioned.space, nodeFeatures: [{ name: "k", kind: "ordinal", values: [] }] } },
      "Row 1, space.nodeFeatures[0].values: is not a list of texts or numbers.",
    ],
    [
      { architectures: [{ id: "a", units: [[{ kernel: 3 }], [3]] }] },
      "Row 1, units[1]: is not a list of nodes",
    ],
    [
      { architectures: [{ id: "a", units: [[{ kernel: 3 }]], edges: [[0, 1.5]] }] },
      "Row 1, edges: is not a list",
    ],
  ])("and the reader refuse %j", (change, message) => {
    const file = { ...unversioned, ...change };
    expect(errorsOf(file).length).toBeGreaterThan(0);
    const outcome = read(file);
    expect(outcome.ok ? "" : outcome.message).toContain(message);
  });
});
