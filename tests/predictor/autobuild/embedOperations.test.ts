import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Node } from "@/lib/core/architecture";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { embedOperations } from "@/lib/predictor/autobuild/embedOperations";
import { fromFile } from "@/lib/predictor/autobuild/file";
import { partsOf } from "@/lib/predictor/autobuild/parameters";
import { disposeNetwork, networkTensors, partValues } from "@/lib/predictor/autobuild/trainedNetwork";
import { start } from "@/lib/predictor/backend";
import type { Predictor } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { smallSettings, stagedProblem, stagedSpace } from "./problem";

const OPERATIONS: readonly Node[] = [0, 1, 2].flatMap((kernel) => [0, 1].map((of) => [kernel, of]));
const MEMBERS = 2;

let predictor: Predictor;
beforeAll(async () => {
  await start("cpu");
  predictor = await fitPredictor(stagedProblem(40), { ...smallSettings, members: MEMBERS });
});
afterAll(() => predictor.dispose());

const distance = (a: ArrayLike<number> = [], b: ArrayLike<number> = []): number =>
  Math.hypot(...Array.from(a, (value, at) => value - (b[at] ?? NaN)));

describe("hop-0 embeddings of operations", () => {
  it("are |w . E[v] + b| of each feature, member by member, as the file's weights say", async () => {
    const { network, settings } = fromFile(predictor.toFile());
    const columns = columnsOf(stagedSpace);
    const parts = partsOf(columns, settings);
    const of = (name: string) => partValues(network.packed, parts, MEMBERS, name);
    const [table, mix, bias] = [of("table"), of("mix"), of("mixBias")];
    const [numColumns, width] = [columns.all.length, mix.length / MEMBERS / columns.all.length];
    const said = (member: number, name: string, code: number): number => {
      const column = columns.all.findIndex((one) => one.name === name);
      const row = member * columns.numRows + (columns.all[column]?.firstRow ?? NaN) + code;
      const at = member * numColumns + column;
      let sum = bias[at] ?? NaN;
      for (let i = 0; i < width; i++) sum += (table[row * width + i] ?? NaN) * (mix[at * width + i] ?? NaN);
      return Math.abs(sum);
    };
    const tensors = networkTensors(network, columns, settings);
    const embedded = await embedOperations(tensors, stagedSpace, OPERATIONS);
    disposeNetwork(tensors);
    expect(embedded).toHaveLength(MEMBERS);
    embedded.forEach((vectors, member) =>
      vectors.forEach((vector, index) => {
        const [kernel = NaN, operation = NaN] = OPERATIONS[index] ?? [];
        expect(vector).toHaveLength(2);
        expect(vector[0]).toBeCloseTo(said(member, "kernel", kernel), 5);
        expect(vector[1]).toBeCloseTo(said(member, "operation", operation), 5);
      }),
    );
  });

  it("leave nothing out that depends on the place: norms of nodes differ by the same at every place", async () => {
    const { network, settings } = fromFile(predictor.toFile());
    const tensors = networkTensors(network, columnsOf(stagedSpace), settings);
    const embedded = await embedOperations(tensors, stagedSpace, [
      [0, 0],
      [2, 1],
    ]);
    disposeNetwork(tensors);
    const size = (operation: number): number =>
      embedded.reduce(
        (sum, vectors) => sum + (vectors[operation]?.reduce((all, one) => all + one, 0) ?? NaN),
        0,
      );
    const filled = (node: Node) => ({ id: "", units: [[node], [node, node, node]], globals: [192] });
    const [norms = []] = await predictor.nodeNorms(filled([0, 0]));
    const [others = []] = await predictor.nodeNorms(filled([2, 1]));
    expect(norms).toHaveLength(4);
    norms.forEach((norm, place) =>
      expect((others[place] ?? NaN) - norm).toBeCloseTo((size(1) - size(0)) / MEMBERS, 5),
    );
  });

  it("come with a root mean squared distance of 1, in the order that was asked, and leave no tensor", async () => {
    const before = tf.memory().numTensors;
    const { vectors = [], numMembers } = (await predictor.embedOperations?.(OPERATIONS)) ?? {};
    expect(tf.memory().numTensors).toBe(before);
    expect(numMembers).toBe(MEMBERS);
    const squares = vectors.flatMap((a, i) => vectors.slice(i + 1).map((b) => distance(a, b) ** 2));
    expect(squares).toHaveLength(15);
    expect(squares.reduce((sum, square) => sum + square, 0) / 15).toBeCloseTo(1, 9);
    const turned = (await predictor.embedOperations?.(OPERATIONS.toReversed()))?.vectors ?? [];
    expect(distance(turned[0], turned[5])).toBeCloseTo(distance(vectors[5], vectors[0]), 9);
    expect(distance(turned[0], turned[1])).toBeCloseTo(distance(vectors[5], vectors[4]), 9);
  });
});
