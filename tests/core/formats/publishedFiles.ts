import type { Structure } from "@/lib/core/searchSpace";

/** What a published file is read as. Counts of rows and quirks are those of the README beside each file. */
export type PublishedFile = {
  readonly file: string;
  readonly format: string;
  readonly structure: Structure;
  /** Read, accepted, rejected, and accepted rows whose architecture stands in an earlier row too. */
  readonly rows: readonly [number, number, number, number];
  /** Legal numbers of layers, unit by unit. */
  readonly lengths: readonly (readonly number[])[];
  /** All of them, `field: message`; those on the file as a whole, since no row is rejected. */
  readonly issues: readonly string[];
};

const units = (count: number): number[][] => Array.from({ length: count }, () => [2, 3, 4]);

const leftOut = "is not a number and was left out.";
const sameModels = (name: string, rows: string, more: number): string =>
  `model: two rows are called "${name}" (rows ${rows}), and ${more} more names repeat, so it does not tell rows apart and was left out. Rows are called by their number.`;
const fractions = "lies between 0 and 1: fractions, not percent.";
const allZero = "is 0 in every row, as if it was not measured.";
const noValue = "has no value in any row.";
const constant224 = "is 224 everywhere; nothing can be learned from it.";
const wholeMs = "holds whole numbers only (ms): smaller differences cannot be told apart.";
const commas = "has commas between thousands in 5 of 1556 cells; they were read as numbers.";
const inOrder =
  "grows from row to row: the rows stand in the order in which they were evaluated, as a search leaves them, and are no random sample.";
const inactive = (field: string, rows: string): string =>
  `${field}: In ${rows} rows ks and e have entries beyond the depth of a unit. These blocks are not part of the network and were left out.`;
const tail = (depth: string, rows: string, lists: string): string =>
  `${depth}: In ${rows} rows ${lists} list more values than ${depth} has layers. What stands behind the last active layer was left out.`;
const again = (rows: string): string =>
  `: ${rows} of the rows measure an architecture of an earlier row again. They are kept, and their spread counts as noise.`;
const settings = (columns: string): string =>
  `: No notation of architectures was recognised, so the table is read as settings, one a column: ${columns}. Say it of each column if this guess is wrong.`;
const namesakes = (rows: string): string =>
  `model: The settings of ${rows} rows stand in an earlier row under another model: these are different networks, of which the table says nothing but the name. They count as repeats of one architecture.`;
const standIn = (metric: string, value: string, rows: string): string =>
  `${metric}: is ${value} in ${rows} rows, far from all others: it may stand for a measurement that failed.`;
const guessed = (metric: string, value: string, rows: string, classes: number): string =>
  `${metric}: is exactly ${value} in ${rows} rows, as if these networks guessed among ${classes} classes.`;
const cutOff = (rows: string): string =>
  `arch: In ${rows} rows no way leads from input to output: such a network sees nothing of its input.`;

export const publishedFiles: readonly PublishedFile[] = [
  {
    file: "data/autoprox_vit/gt_autoformer.json",
    format: "layer-lists",
    structure: "chain",
    rows: [100, 100, 0, 0],
    lengths: [[12, 13, 14]],
    issues: [],
  },
  {
    file: "data/autoprox_vit/gt_autoformer_2.json",
    format: "layer-lists",
    structure: "chain",
    rows: [100, 100, 0, 0],
    lengths: [[12, 13, 14]],
    issues: [`c100_base_acc: ${noValue}`, `flower_base_acc: ${noValue}`, `chaoyang_base_acc: ${noValue}`],
  },
  {
    file: "data/autoprox_vit/gt_pit.json",
    format: "layer-lists",
    structure: "staged",
    rows: [100, 100, 0, 0],
    lengths: [[1], [1], [1]],
    issues: [
      "depth: depth and num_heads have one value for each of 3 stages, whose layers are alike: a stage is one node, and its depth a feature.",
    ],
  },
  {
    file: "data/autoprox_vit/orig/gt_autoformer.pth",
    format: "layer-lists",
    structure: "chain",
    rows: [100, 100, 0, 0],
    lengths: [[12, 13, 14]],
    issues: [],
  },
  {
    file: "data/autoprox_vit/orig/gt_autoformer_2.pth",
    format: "layer-lists",
    structure: "chain",
    rows: [100, 100, 0, 0],
    lengths: [[12, 13, 14]],
    issues: [`c100_base_acc: ${noValue}`, `flower_base_acc: ${noValue}`, `chaoyang_base_acc: ${noValue}`],
  },
  {
    file: "data/autoprox_vit/orig/gt_pit.pth",
    format: "layer-lists",
    structure: "staged",
    rows: [100, 100, 0, 0],
    lengths: [[1], [1], [1]],
    issues: [
      "depth: depth and num_heads have one value for each of 3 stages, whose layers are alike: a stage is one node, and its depth a feature.",
    ],
  },
  {
    file: "data/ec_nas/ec_nas_4v9e.json",
    format: "nas-bench-101",
    structure: "graph",
    rows: [1092, 1092, 0, 728],
    lengths: [[2, 3, 4]],
    issues: [
      "epochs: is how long a network was trained (4, 12, 36, 108), not part of its architecture. It is kept as a feature of the whole row, so that rows of different training are not taken for repeats.",
      "adjacency: Graphs of 2 to 4 nodes stand in one file.",
      `module_hash: is no result and was left out.`,
      again("728"),
      `train_accuracy: ${fractions}`,
      `validation_accuracy: ${fractions}`,
      `test_accuracy: ${fractions}`,
      ": No unit is named for co2eq, total_energy.",
    ],
  },
  {
    file: "data/ec_nas/ec_nas_5v9e.json",
    format: "nas-bench-101",
    structure: "graph",
    rows: [2532, 2532, 0, 0],
    lengths: [[2, 3, 4, 5]],
    issues: [
      "adjacency: Graphs of 2 to 5 nodes stand in one file.",
      `module_hash: is no result and was left out.`,
      "epochs: is 4 everywhere; nothing can be learned from it.",
      `train_accuracy: ${fractions}`,
      `validation_accuracy: ${fractions}`,
      `test_accuracy: ${fractions}`,
      ": No unit is named for co2eq, total_energy.",
    ],
  },
  {
    file: "data/help_ofa_latency/help_ofa_latency.json",
    format: "once-for-all",
    structure: "staged",
    rows: [5000, 5000, 0, 0],
    lengths: units(5),
    issues: [
      inactive("ks, e, d, r", "4,973"),
      ": No metric says how good the networks are, only what they cost.",
    ],
  },
  {
    file: "data/help_ofa_latency/orig/ofa_archs.pt",
    format: "once-for-all",
    structure: "staged",
    rows: [5000, 5000, 0, 0],
    lengths: units(5),
    issues: [
      inactive("ks, e, d, r", "4,973"),
      ": No metric was found: these architectures can be looked at, but nothing can be trained on them.",
    ],
  },
  {
    file: "data/hw_gpt_s/hw_gpt_l_ppl.json",
    format: "layer-lists",
    structure: "chain",
    rows: [429, 429, 0, 0],
    lengths: [[34, 35, 36]],
    issues: [tail("sample_n_layer", "293", "sample_n_head and sample_mlp_ratio"), `accuracy: ${fractions}`],
  },
  {
    file: "data/hw_gpt_s/hw_gpt_s.csv",
    format: "layer-lists",
    structure: "chain",
    rows: [10000, 10000, 0, 0],
    lengths: [[10, 11, 12]],
    issues: [
      tail("n_layer", "6,659", "n_head and mlp_ratio"),
      `unit_cpu_meta: ${leftOut}`,
      "unit_cpu_meta: names more than one unit (s: 8,264 rows, ms+s: 1,593 rows, ms: 143 rows). Values of lat_mixedunits_cpu_meta cannot be compared.",
      `accuracy: ${fractions}`,
      ": Times are in different units: ms (lat_ms_a100, lat_ms_h100, lat_ms_v100, lat_ms_a6000, lat_ms_a40, lat_ms_rtx2080 and 2 more); s (lat_s_helix_cpu, lat_s_cpu_alldlc, lat_s_cpu_mlgpu, lat_s_cpu_p100, lat_s_cpu_a6000). They are kept as they are.",
      ": No unit is named for lat_mixedunits_cpu_meta.",
      `energy_wh_P100: ${allZero}`,
      "lat_mixedunits_cpu_meta: 8,264 values lie between 1.02 and 4.167, 1,736 between 75.27 and 979.3, the largest about 1,000 times as large: are two units mixed, in some rows within one mean?",
      `energy_wh_cpu_p100: ${allZero}`,
    ],
  },
  {
    file: "data/hw_gpt_s/orig/ppl.pkl",
    format: "layer-lists",
    structure: "chain",
    rows: [10000, 10000, 0, 0],
    lengths: [[10, 11, 12]],
    issues: [tail("sample_n_layer", "6,659", "sample_n_head and sample_mlp_ratio"), `accuracy: ${fractions}`],
  },
  {
    file: "data/nas_bench_graph/nas_bench_graph_cora.csv",
    format: "nas-bench-graph",
    structure: "graph",
    rows: [26206, 26206, 0, 0],
    lengths: [[4]],
    issues: [`valid_perf: ${fractions}`, `test_perf: ${fractions}`, ": No unit is named for latency."],
  },
  {
    file: "data/nas_bench_graph/nas_bench_graph_proteins.csv",
    format: "nas-bench-graph",
    structure: "graph",
    rows: [2021, 2021, 0, 0],
    lengths: [[4]],
    issues: [`valid_perf: ${fractions}`, `test_perf: ${fractions}`, ": No unit is named for latency."],
  },
  {
    file: "data/nb201_hw/nb201_hw.csv",
    format: "nas-bench-201",
    structure: "cell",
    rows: [15625, 15625, 0, 0],
    lengths: [[6]],
    issues: [
      cutOff("341"),
      `naslib_ops: ${leftOut}`,
      `e0_1: ${leftOut}`,
      `e0_2: ${leftOut}`,
      `e0_3: ${leftOut}`,
      `e1_2: ${leftOut}`,
      `e1_3: ${leftOut}`,
      `e2_3: ${leftOut}`,
      guessed("val_acc_cifar10", "10", "341", 10),
      standIn("zen_cifar10", "-100000000", "341"),
      guessed("val_acc_cifar100", "1", "341", 100),
      standIn("zen_cifar100", "-100000000", "341"),
      guessed("val_acc_ImageNet16-120", "0.833333", "344", 120),
      standIn("zen_ImageNet16-120", "-100000000", "341"),
      `lat_ms_essential_ph_1: ${wholeMs}`,
      `lat_ms_pixel2: ${wholeMs}`,
      `lat_ms_samsung_a50: ${wholeMs}`,
      `lat_ms_samsung_s7: ${wholeMs}`,
    ],
  },
  {
    file: "data/nb201_hw/nb201_hw_random1500.json",
    format: "nas-bench-201",
    structure: "cell",
    rows: [1500, 1500, 0, 0],
    lengths: [[6]],
    issues: [
      cutOff("38"),
      `naslib_ops: ${leftOut}`,
      guessed("val_acc_ImageNet16-120", "0.833333", "39", 120),
      standIn("zen_ImageNet16-120", "-100000000", "38"),
      guessed("val_acc_cifar10", "10", "38", 10),
      standIn("zen_cifar10", "-100000000", "38"),
      guessed("val_acc_cifar100", "1", "38", 100),
      standIn("zen_cifar100", "-100000000", "38"),
      `lat_ms_essential_ph_1: ${wholeMs}`,
      `lat_ms_pixel2: ${wholeMs}`,
      `lat_ms_samsung_a50: ${wholeMs}`,
      `lat_ms_samsung_s7: ${wholeMs}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/ofa_mbv3_dynas_all.json",
    format: "once-for-all",
    structure: "staged",
    rows: [2373, 2373, 0, 211],
    lengths: units(5),
    issues: [
      inactive("config", "2,236"),
      `source: ${leftOut}`,
      `date: ${leftOut}`,
      `stages: ${leftOut}`,
      'row: 1,819 rows have the id of an earlier row and got numbers behind it: row 365 is called "0-2", as "0" was taken.',
      `resolution: ${constant224}`,
      `date: ${inOrder}`,
      again("211"),
      `latency_ms: ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/mbnv3w10_evoga_acc.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [364, 364, 0, 2],
    lengths: units(5),
    issues: [
      inactive("Sub-network", "317"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      `Date: ${inOrder}`,
      again("2"),
      `Latency (ms): ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/mbnv3w10_evonsga2_acc_macs.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [540, 540, 0, 10],
    lengths: units(5),
    issues: [
      inactive("Sub-network", "539"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      `Date: ${inOrder}`,
      again("10"),
      `Latency (ms): ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/mbnv3w10_evounsga3_acc_macs_params.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [554, 554, 0, 10],
    lengths: units(5),
    issues: [
      inactive("Sub-network", "554"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      `Date: ${inOrder}`,
      again("10"),
      `Latency (ms): ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/mbnv3w10_linasga_acc.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [361, 361, 0, 0],
    lengths: units(5),
    issues: [
      inactive("Sub-network", "272"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      `Date: ${inOrder}`,
      `Latency (ms): ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/mbnv3w10_linasnsga2_acc_macs.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [554, 554, 0, 39],
    lengths: units(5),
    issues: [
      inactive("Sub-network", "554"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      `Date: ${inOrder}`,
      again("39"),
      `Latency (ms): ${allZero}`,
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/tests_inputs_ofa.csv",
    format: "once-for-all",
    structure: "staged",
    rows: [10, 10, 0, 8],
    lengths: [[3], [2, 4], [2, 4], [3, 4], [2]],
    issues: [
      inactive("Sub-network", "10"),
      `Date: ${leftOut}`,
      `resolution: ${constant224}`,
      again("8"),
      "Top-1 Acc (%): is 90 in every row, as if it was not measured.",
    ],
  },
  {
    file: "data/ofa_mbv3_dynas/orig/tests_inputs_transformerlt.csv",
    format: "layer-lists",
    structure: "staged",
    rows: [19, 19, 0, 0],
    lengths: [[6], [1, 3, 4, 5, 6]],
    issues: [
      tail(
        "decoder_layer_num",
        "17",
        "decoder_ffn_embed_dim and decoder_self_attention_heads and decoder_ende_attention_heads and decoder_arbitrary_ende_attn",
      ),
      `Date: ${leftOut}`,
      "ende_attention_heads: is there only in some nodes.",
      "arbitrary_ende_attn: is there only in some nodes.",
      "Latency (ms): holds values such as 1,841,061,216 ms, more than a day: are columns shifted?",
      `Model Parameters: ${allZero}`,
    ],
  },
  {
    file: "data/timm_imagenet/orig/benchmark-infer-amp-nchw-pt240-cu124-rtx3090.csv",
    format: "flat",
    structure: "flat",
    rows: [1443, 1443, 0, 1337],
    lengths: [[1]],
    issues: [
      settings("infer_img_size, infer_batch_size"),
      namesakes("1,337"),
      sameModels("mobilenetv4_conv_small", "19 and 23", 262),
      ": No unit is named for infer_step_time.",
    ],
  },
  {
    file: "data/timm_imagenet/orig/benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv",
    format: "flat",
    structure: "flat",
    rows: [1444, 1444, 0, 1335],
    lengths: [[1]],
    issues: [
      settings("infer_img_size, infer_batch_size"),
      namesakes("1,335"),
      sameModels("mobilenetv4_conv_small", "19 and 30", 263),
      ": No unit is named for infer_step_time.",
    ],
  },
  {
    file: "data/timm_imagenet/orig/benchmark-infer-amp-nchw-pt291-cu130-5090.csv",
    format: "flat",
    structure: "flat",
    rows: [1627, 1627, 0, 1518],
    lengths: [[1]],
    issues: [
      settings("infer_img_size, infer_batch_size"),
      namesakes("1,518"),
      sameModels("test_mambaout", "12 and 26", 286),
      ": No unit is named for infer_step_time.",
    ],
  },
  {
    file: "data/timm_imagenet/orig/benchmark-infer-fp32-nchw-pt240-cpu-i7_12700h-dynamo.csv",
    format: "flat",
    structure: "flat",
    rows: [1440, 1440, 0, 1397],
    lengths: [[1]],
    issues: [
      settings("infer_img_size"),
      namesakes("1,397"),
      sameModels("mobilenetv4_conv_small", "19 and 26", 264),
      "op: is network everywhere; nothing can be learned from it.",
      "infer_batch_size: is 1 everywhere; nothing can be learned from it.",
      ": No unit is named for infer_step_time.",
    ],
  },
  {
    file: "data/timm_imagenet/orig/benchmark-train-amp-nchw-pt112-cu113-rtx3090.csv",
    format: "flat",
    structure: "flat",
    rows: [838, 838, 0, 742],
    lengths: [[1]],
    issues: [
      settings("train_batch_size, train_img_size"),
      namesakes("742"),
      ": No unit is named for train_step_time.",
    ],
  },
  ...[
    ["imagenet-a", "convnext_xlarge.fb_in22k_ft_in1k", "72 and 106"],
    ["imagenet-real", "seresnextaa101d_32x8d.sw_in12k_ft_in1k_2…", "76 and 110"],
    ["imagenet", "convnextv2_large.fcmae_ft_in22k_in1k", "57 and 73"],
    ["imagenetv2-matched-frequency", "convnext_xlarge.fb_in22k_ft_in1k", "70 and 86"],
  ].map(([name = "", model = "", rows = ""]): PublishedFile => ({
    file: `data/timm_imagenet/orig/results-${name}.csv`,
    format: "flat",
    structure: "flat",
    rows: [1556, 1556, 0, 1450],
    lengths: [[1]],
    issues: [
      settings("img_size, crop_pct, interpolation"),
      namesakes("1,450"),
      sameModels(model, rows, 289),
      `param_count: ${commas}`,
    ],
  })),
  {
    file: "data/timm_imagenet/timm_joined.csv",
    format: "flat",
    structure: "flat",
    rows: [1556, 1556, 0, 1450],
    lengths: [[1]],
    issues: [
      settings("img_size, crop_pct, interpolation"),
      namesakes("1,450"),
      sameModels("convnextv2_large.fcmae_ft_in22k_in1k", "57 and 73", 289),
      `base: ${leftOut}`,
      `pretrain_tag: ${leftOut}`,
      `param_count: ${commas}`,
    ],
  },
  {
    file: "sample/cell.csv",
    format: "nas-bench-201",
    structure: "cell",
    rows: [351, 351, 0, 0],
    lengths: [[6]],
    issues: [cutOff("9"), `accuracy: ${fractions}`, guessed("accuracy", "0.1", "9", 10)],
  },
  {
    file: "sample/cell.json",
    format: "nas-bench-201",
    structure: "cell",
    rows: [351, 351, 0, 0],
    lengths: [[6]],
    issues: [
      cutOff("9"),
      "label_kind: The file says: trained from scratch, 150 steps, one seed",
      guessed("accuracy", "0.1", "9", 10),
    ],
  },
  {
    file: "sample/staged.csv",
    format: "block-tokens",
    structure: "staged",
    rows: [2000, 2000, 0, 0],
    lengths: units(4),
    issues: [`accuracy: ${fractions}`],
  },
  {
    file: "sample/staged.json",
    format: "block-tokens",
    structure: "staged",
    rows: [2000, 2000, 0, 0],
    lengths: units(4),
    issues: ["label_kind: The file says: supernet (weights shared, not trained from scratch)"],
  },
  {
    file: "reference/datasets/ofa_mbv3_pseudo.json",
    format: "block-tokens",
    structure: "staged",
    rows: [3000, 3000, 0, 0],
    lengths: units(5),
    issues: [
      "op: is mbconv3 everywhere; nothing can be learned from it.",
      `resolution: ${constant224}`,
      "labels: The file says: PREDICTIONS, NOT MEASUREMENTS: every metric is the output of the authors' released level-1 predictor checkpoint, evaluated in float64 by a re-implementation of its layers",
      `acc: ${fractions}`,
      ": No unit is named for latency_cpu, latency_gpu, latency_npu.",
    ],
  },
];

/** Files without architectures: they join a dataset by id, or hold statistics. */
export const filesWithoutArchitectures: readonly (readonly [file: string, error: string])[] = [
  [
    "sample/cell_second_seed.csv",
    "unknown_format: No column holds architectures. Found the columns id, accuracy_seed0, accuracy_seed1. Expected unit columns u1, u2, ... with blocks such as e4k7, a column of configurations ({ks, e, d} or {depth, num_heads}), of NAS-Bench-201 strings, DARTS genotypes or codes such as 1114, an adjacency matrix with its operations, or columns of settings. Check the header row.",
  ],
  [
    "sample/standalone.csv",
    "unknown_format: No column holds architectures. Found the columns id, seed, standalone_accuracy, supernet_accuracy. Expected unit columns u1, u2, ... with blocks such as e4k7, a column of configurations ({ks, e, d} or {depth, num_heads}), of NAS-Bench-201 strings, DARTS genotypes or codes such as 1114, an adjacency matrix with its operations, or columns of settings. Check the header row.",
  ],
  [
    "sample/stats.json",
    'unknown_format: The JSON holds no list of architectures. Expected a list, or an object with "architectures": [...].',
  ],
];
