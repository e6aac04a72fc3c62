/** Real tables, where the truth of every row is known. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { importFile } from "../../../lib/core/formats";
import { seededRandom, shuffled } from "../../../lib/core/random";
import type { Problem } from "../../../lib/predictor/predictor";

const TABLES: Readonly<Record<string, { path: string; metric: string }>> = {
  staged: { path: "public/samples/staged.json", metric: "accuracy" },
  cell: { path: "public/samples/cell.json", metric: "accuracy" },
  ofa: { path: "../shared/reference/datasets/ofa_mbv3_pseudo.json", metric: "acc" },
  nb201: { path: "../shared/data/nb201_hw/nb201_hw.csv", metric: "val_acc_cifar10" },
  dynas: { path: "../shared/data/ofa_mbv3_dynas/ofa_mbv3_dynas_all.json", metric: "top1" },
  gpt: { path: "../shared/data/hw_gpt_s/hw_gpt_s.csv", metric: "perplexity" },
  ecNas: { path: "../shared/data/ec_nas/ec_nas_5v9e.json", metric: "validation_accuracy" },
  benchGraph: { path: "../shared/data/nas_bench_graph/nas_bench_graph_cora.csv", metric: "valid_perf" },
  help: { path: "../shared/data/help_ofa_latency/help_ofa_latency.json", metric: "latency_ms.v100_64" },
  autoprox: { path: "../shared/data/autoprox_vit/gt_autoformer.json", metric: "imagenet_super_acc" },
  timm: { path: "../shared/data/timm_imagenet/timm_joined.csv", metric: "top1" },
};

export const TABLE_NAMES: readonly string[] = Object.keys(TABLES);

/** Whether the best row has the greatest target (1) or the least (-1). */
export type Wanted = 1 | -1;

export type Table = { readonly problem: Problem; readonly wanted: Wanted };

/** Rows of a table in a seeded order; null where its file is not beside the project. @throws Error for a name of none */
export async function readTable(name: string, mostRows: number): Promise<Table | null> {
  const source = TABLES[name];
  if (!source) throw new Error(`No table ${name}; there are ${TABLE_NAMES.join(", ")}.`);
  const path = resolve(import.meta.dirname, "../../..", source.path);
  if (!existsSync(path)) return null;
  const outcome = await importFile({ name: path, bytes: readFileSync(path) });
  if (!outcome.ok) throw new Error(outcome.message);
  const { space, architectures, metrics } = outcome.dataset;
  const metric = metrics.findIndex((entry) => entry.name === source.metric || entry.label === source.metric);
  const rows = shuffled(
    architectures.filter((row) => typeof row.metrics[metric] === "number"),
    seededRandom(0),
  ).slice(0, mostRows);
  const targets = Float64Array.from(rows, (row) => row.metrics[metric] ?? NaN);
  const problem = { space, architectures: rows, targets, target: source.metric, datasetHash: "" };
  return { problem, wanted: metrics[metric]?.goal === "min" ? -1 : 1 };
}
