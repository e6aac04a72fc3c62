import { describe, expect, it } from "vitest";
import { outerKeys } from "@/lib/core/formats/jsonKeys";
import { imported, written } from "./reading";

const metrics = (text: string) =>
  imported(text).report.metrics.map(({ label, min, max, missing }) => [label, min, max, missing]);

describe("JSON objects keyed by architecture", () => {
  it("hold a number a key, in the order of the file", () => {
    const { dataset } = imported('{"1214": 0.95, "0211": 0.9, "1114": 0.93}');
    expect(written(dataset)).toEqual(["1214", "0211", "1114"]);
    expect(dataset.architectures.map(({ row, metrics: values }) => [row, values])).toEqual([
      [1, [0.95]],
      [2, [0.9]],
      [3, [0.93]],
    ]);
  });

  it("hold fields a key, and repeated results as columns of their own", () =>
    expect(
      metrics(
        '{"0201": {"test_acc": [93.1, 93.5], "params": 1}, "0000": {"test_acc": [90.5, 90.1], "params": 2}}',
      ),
    ).toEqual([
      ["test_acc[0]", 90.5, 93.1, 0],
      ["test_acc[1]", 90.1, 93.5, 0],
      ["params", 1, 2, 0],
    ]));

  it("may stand once for each dataset", () =>
    expect(
      metrics(
        '{"cifar10": {"(0, 1)": {"val_acc": 90}, "(1, 1)": {"val_acc": 91}}, "ImageNet16-120": {"(1, 1)": {"val_acc": 40}}}',
      ),
    ).toEqual([
      ["cifar10.val_acc", 90, 91, 0],
      ["ImageNet16-120.val_acc", 40, 40, 1],
    ]));

  it("may be keyed by number or hash, which are ids then", () => {
    const arch = "|a~0|+|a~0|b~1|+|a~0|b~1|c~2|";
    const { dataset, report } = imported(JSON.stringify({ 0: { arch, acc: 1 }, 1: { arch, acc: 2 } }));
    expect(report.format).toBe("nas-bench-201");
    expect(dataset.architectures.map(({ id }) => id)).toEqual(["0", "1"]);
  });

  it.each([
    ["lists", '{"arch": ["1114", "1214"], "acc": [1, 2]}'],
    ["pandas' default", '{"arch": {"0": "1114", "1": "1214"}, "acc": {"0": 1, "1": 2}}'],
    ["pandas' split", '{"columns": ["arch", "acc"], "index": [0, 1], "data": [["1114", 1], ["1214", 2]]}'],
  ])("may stand by column: %s", (_name, text) => {
    expect(written(imported(text).dataset)).toEqual(["1114", "1214"]);
    expect(metrics(text)).toEqual([["acc", 1, 2, 0]]);
  });
});

describe("outerKeys", () => {
  it("gives keys in file order, repeated and escaped ones too, and none from inside", () =>
    expect(outerKeys('{"20": {"in": "a:b"}, "10" : 1, "q\\"}": [{"x": 1}], "20": 2}')).toEqual([
      "20",
      "10",
      'q"}',
      "20",
    ]));
});
