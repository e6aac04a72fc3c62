import { describe, expect, it } from "vitest";
import { rowsOfTarget } from "@/lib/core/rowsOfTarget";

const metric = (name: string) => ({ name, label: name, unit: null, goal: null });
const row = (id: string, ...metrics: readonly (number | null)[]) => ({
  id,
  units: [],
  globals: [],
  row: 1,
  metrics,
});
const dataset = {
  metrics: [metric("top_1_acc"), metric("latency_gpu")],
  architectures: [row("a", 70, 2), row("b", null, 3), row("c", 80, 4)],
};

describe("rows of a target that was named elsewhere", () => {
  it("are those that measured it", () =>
    expect(rowsOfTarget(dataset, "latency_gpu").targets).toEqual([2, 3, 4]));

  it("know accuracy under its usual names", () => {
    const { architectures, targets, target } = rowsOfTarget(dataset, "acc / latency_gpu");
    expect([architectures.map(({ id }) => id), targets, target]).toEqual([
      ["a", "c"],
      [35, 20],
      "top_1_acc / latency_gpu",
    ]);
  });

  it("are all rows, without values, where nobody measured it", () => {
    const { architectures, targets, target } = rowsOfTarget(dataset, "latency_npu");
    expect([architectures.length, targets, target]).toEqual([3, null, "latency_npu"]);
  });
});
