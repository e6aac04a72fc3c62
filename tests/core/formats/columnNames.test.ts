import { describe, expect, it } from "vitest";
import { guessByName } from "@/lib/core/formats/columnNames";

describe("guessByName", () => {
  it.each([
    [
      "result",
      [
        "Top-1 Acc (%)",
        "top1_err",
        "param_count",
        "latency_ms",
        "model_params",
        "error rate",
        "samples_per_sec",
        "rank_diff",
        "y",
      ],
    ],
    [
      "setting",
      [
        "img_size",
        "batch size",
        "crop_pct",
        "learningRate",
        "op_3",
        "x2",
        "time_steps",
        "num_blocks",
        "weight_decay",
      ],
    ],
    ["neither", ["model", "run_id", "Date", "module_hash", "unit_cpu_meta", "seed"]],
    ["unknown", ["base", "zen_cifar10", "foo"]],
  ])("%s", (guess, labels) => expect(labels.filter((label) => guessByName(label) !== guess)).toEqual([]));
});
