import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { foldsOf, holdOut } from "@/lib/predictor/holdOut";
import type { Problem } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";

const space: SearchSpace = {
  structure: "cell",
  units: [{ name: "cell", lengths: [2], layerNames: ["0->1", "1->2"] }],
  nodeFeatures: [
    { name: "op", kind: "categorical", values: ["none", "skip_connect", "conv", "pool", "pool5", "dil"] },
  ],
  globalFeatures: [{ name: "width", kind: "ordinal", values: [8, 16, 24, 32] }],
  edges: [[0, 1]],
  notation: "test",
  constants: {},
};

/** Two operations, one behind the other, in four widths: a skip before or behind an operation is one network. */
const architectures: Architecture[] = [0, 1, 2, 3].flatMap((width) =>
  [1, 2, 3, 4, 5].flatMap((first) =>
    [1, 2, 3, 4, 5].map((second) => ({
      id: `${first}${second}-${width}`,
      units: [[[first], [second]]],
      globals: [width],
    })),
  ),
);
const problem: Problem = {
  space,
  architectures,
  targets: Float64Array.from(architectures, (_, row) => (row * 37) % 101),
  target: "accuracy",
  datasetHash: "",
};
/** The network behind an id, whatever way it is written: `21-0` and `12-0` are both `2-0`. */
const networkOf = ({ id }: Architecture): string => id.replace(/^1(?=[1-5]-)|(?<=^[1-5])1(?=-)/, "");

const settings = { kind: "module-gp", seed: 1, trainFraction: 0.9 };
const straddling = (train: readonly Architecture[], test: readonly Architecture[]): Architecture[] => {
  const trained = new Set(train.map(networkOf));
  return test.filter((row) => trained.has(networkOf(row)));
};

describe("rows held out", () => {
  it("are no networks that are trained on in another form", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { train, test, groups } = holdOut(problem, 90, { ...settings, seed });
      expect([train.architectures.length, test.architectures.length]).toEqual([90, 10]);
      expect(straddling(train.architectures, test.architectures)).toEqual([]);
      // 2x and x2 in four widths, for four operations.
      expect(groups).toEqual({ groups: { rule: "automatic", numGroups: 16, numRows: 32 } });
    }
  });

  it("keep their targets", () => {
    const { train, test } = holdOut(problem, 90, settings);
    const targetOf = new Map(architectures.map(({ id }, row) => [id, problem.targets[row]]));
    for (const rows of [train, test])
      expect([...rows.targets]).toEqual(rows.architectures.map(({ id }) => targetOf.get(id)));
  });

  it("may be the same networks where every row is to stand alone", () => {
    const torn = [1, 2, 3, 4, 5].flatMap((seed) => {
      const { train, test, groups } = holdOut(problem, 90, { ...settings, seed, group: "none" });
      expect(groups).toEqual({});
      return straddling(train.architectures, test.architectures);
    });
    expect(torn.length).toBeGreaterThan(0);
  });

  it("are of one width where that is what groups them", () => {
    const { train, test } = holdOut(problem, 75, { ...settings, group: "by:width" });
    const widths = (rows: readonly Architecture[]): number =>
      new Set(rows.flatMap(({ globals }) => globals)).size;
    expect([widths(train.architectures), widths(test.architectures)]).toEqual([3, 1]);
  });

  it.each([
    ["by column", 'Setting group is one of automatic, none, by:FEATURE, except:FEATURE, not "by column".'],
    ["by:device", "there are: width."],
  ])("by %j are refused", (group, message) =>
    expect(() => holdOut(problem, 90, { ...settings, group })).toThrow(message),
  );
});

describe("folds of the default", () => {
  it("validate no network that their member was trained on in another form", () => {
    const folds = foldsOf(space, architectures, { members: 5 });
    const foldsOfNetwork = new Map<string, Set<number | undefined>>();
    architectures.forEach((row, index) => {
      const network = networkOf(row);
      foldsOfNetwork.set(network, (foldsOfNetwork.get(network) ?? new Set()).add(folds[index]));
    });
    expect([...foldsOfNetwork.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect([0, 1, 2, 3, 4].map((fold) => folds.filter((of) => of === fold).length)).toEqual([
      20, 20, 20, 20, 20,
    ]);
  });
});

describe("a fitted predictor", () => {
  it("keeps the rule and what it tied together", async () => {
    const predictor = await fitPredictor(problem, settings);
    const { labelled, settings: kept, metrics } = predictor.toFile();
    predictor.dispose();
    expect(kept.group).toBe("automatic");
    expect(metrics.groups).toEqual({ rule: "automatic", numGroups: 16, numRows: 32 });
    const [train, test] = [labelled.architectures.slice(0, 90), labelled.architectures.slice(90)];
    expect(test).toHaveLength(10);
    expect(straddling(train, test)).toEqual([]);
  });
});
