/** Files as tools and people write them, small and literal, with what an import makes of them. */
import { gzipSync, zipSync } from "fflate";

export type WrittenFile = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** `format/structure, rows read = stored + rejected` */
  readonly read: string;
  /** Legal lengths, unit by unit. */
  readonly lengths: readonly (readonly number[])[];
  /** Features that vary, with the letter of their kind: `kernel o`. */
  readonly features: readonly string[];
  readonly metrics: readonly string[];
};

const lines = (...rows: readonly string[]): string => rows.join("\n");
const json = (value: unknown): string => JSON.stringify(value);
const jsonLines = (rows: readonly unknown[]): string => rows.map(json).join("\n");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const chain = (length: number, pick: (index: number) => number): number[] =>
  Array.from({ length }, (_, index) => pick(index));

/** UTF-16 as spreadsheets save it. */
function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const units = `${mark ? "\ufeff" : ""}${text}`;
  const bytes = new Uint8Array(2 * units.length);
  const view = new DataView(bytes.buffer);
  Array.from({ length: units.length }, (_, at) => view.setUint16(2 * at, units.charCodeAt(at), !bigEndian));
  return bytes;
}

const BLOCKS = lines("id;u1;top1;size", "a;e3k3;70,5;1.024,5", "b;e6k5;71,25;2.048,25", "c;e3k5;72,0;3,5");
const blocks = (name: string, content: string | Uint8Array): WrittenFile => ({
  name,
  content,
  read: "block-tokens/staged, 3 = 3 + 0",
  lengths: [[1]],
  features: ["expand o", "kernel o"],
  metrics: ["top1", "size"],
});

const normal = "[('sep_conv_3x3', 1), ('skip_connect', 0), ('sep_conv_3x3', 0), ('skip_connect', 2)]";
const reduce = "[('max_pool_3x3', 0), ('skip_connect', 1), ('skip_connect', 2), ('max_pool_3x3', 1)]";
const genotype = (concat: string): string =>
  `Genotype(normal=${normal}, normal_concat=${concat}, reduce=${reduce}, reduce_concat=${concat})`;
const other = genotype("range(2, 4)").replaceAll("sep_conv_3x3", "dil_conv_3x3");
const genotypes = (name: string, content: string, metrics: readonly string[]): WrittenFile => ({
  name,
  content,
  read: "darts-genotype/graph, 2 = 2 + 0",
  lengths: [[4], [4]],
  features: ["op c", "input c"],
  metrics,
});

/** Input, conv, pool, output; the second cell skips. */
const MATRICES = [
  [
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
  ],
  [
    [0, 1, 0, 1],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
  ],
];
const OPS = ["input", "conv3x3-bn-relu", "maxpool3x3", "output"];
const upper = (matrix: readonly (readonly number[])[]): number[] =>
  matrix.flatMap((row, index) => row.slice(index + 1));
const graphs = (name: string, content: string): WrittenFile => ({
  name,
  content,
  read: "nas-bench-101/graph, 2 = 2 + 0",
  lengths: [[4]],
  features: ["op c"],
  metrics: ["acc"],
});
const numpy = (matrix: readonly (readonly number[])[]): string =>
  `[${matrix.map((row) => `[${row.join(" ")}]`).join("\n ")}]`;

const CELLS = [
  "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|nor_conv_1x1~2|",
  "|none~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|none~1|nor_conv_3x3~2|",
] as const;
const cells = (name: string, content: string, metrics: readonly string[]): WrittenFile => ({
  name,
  content,
  read: "nas-bench-201/cell, 2 = 2 + 0",
  lengths: [[6]],
  features: ["op c"],
  metrics,
});

const mobile = (pick: (index: number) => number, d: readonly number[]) => ({
  ks: chain(20, (index) => [3, 5, 7][pick(index) % 3] ?? 3),
  e: chain(20, (index) => [3, 4, 6][pick(index + 1) % 3] ?? 3),
  d,
});
const MOBILE = [mobile((index) => index, [2, 3, 4, 2, 3]), mobile((index) => 2 * index, [3, 2, 2, 4, 2])];
const MOBILE_LENGTHS = [
  [2, 3],
  [2, 3],
  [2, 4],
  [2, 4],
  [2, 3],
];
const RESNETS = [
  {
    d: [0, 1, 2, 0, 1],
    e: chain(18, (index) => [0.2, 0.25, 0.35][index % 3] ?? 0.2),
    w: [0, 1, 2, 1, 0, 2],
  },
  {
    d: [2, 0, 1, 2, 2],
    e: chain(18, (index) => [0.35, 0.2, 0.25][index % 3] ?? 0.2),
    w: [2, 0, 1, 1, 2, 0],
  },
];
const resnets = (name: string, content: string): WrittenFile => ({
  name,
  content,
  read: "once-for-all-resnet/staged, 2 = 2 + 0",
  lengths: [
    [2, 3],
    [3, 4],
    [4, 6],
    [3, 4],
  ],
  features: [
    "expand o",
    "width o",
    "stem_depth c",
    "stem_width_1 c",
    "stem_width_2 c",
    "resolution c",
    "unit p",
    "layer p",
  ],
  metrics: ["acc"],
});

const layers = (count: number, first: number) =>
  chain(count, (index) => index).map((index) => ({
    type: (index + first) % 2 === 0 ? "mbconv" : "fused",
    kernel: [3, 5][(index + first) % 2],
    se: index === 0,
  }));
const staged = (first: number) =>
  [1, 2].flatMap((unit) =>
    layers(unit + first, first).map((layer, index) => ({ unit, layer: index + 1, ...layer })),
  );
const LAYER_FEATURES = ["type c", "kernel o", "se c"];

export const writtenFiles: readonly WrittenFile[] = [
  blocks("semicolons and decimal commas", BLOCKS),
  blocks("a byte order mark", utf8(`\ufeff${BLOCKS}`)),
  blocks("UTF-16, little end first", utf16(BLOCKS)),
  blocks("UTF-16, big end first", utf16(BLOCKS, { bigEndian: true })),
  blocks("UTF-16 without a mark", utf16(BLOCKS, { mark: false })),
  blocks("a first line that names the delimiter", `sep=;\r\n${BLOCKS.replaceAll("\n", "\r\n")}`),
  blocks("remarks before the header", `# measured on a phone\n# by hand, twice\n${BLOCKS}`),
  blocks("gzip", gzipSync(utf8(BLOCKS))),
  blocks(
    "zip with what macOS puts beside",
    zipSync({ "t.csv": utf8(BLOCKS), "__MACOSX/._t.csv": utf8("x") }),
  ),
  {
    ...blocks(
      "thousands separators and percent signs, as spreadsheets export them",
      lines(
        'id,u1,"params",top1',
        'a,e3k3,"1,024,000",70.1%',
        'b,e6k5,"2,048,000",71.2%',
        'c,e3k5,"900",72%',
      ),
    ),
    metrics: ["params", "top1"],
  },
  {
    ...blocks(
      "JSON with lists of blocks in unit columns",
      utf8(`\ufeff${json([["e3k3"], ["e6k5"], ["e3k5"]].map((u1, acc) => ({ u1, acc })))}`),
    ),
    metrics: ["acc"],
  },
  genotypes(
    "DARTS genotypes with range in a CSV",
    lines("arch,acc", `"${genotype("range(2, 4)")}",97`, `"${other}",96`),
    ["acc"],
  ),
  genotypes("DARTS genotypes, one a line", `${genotype("[2, 3]")}\t97.1\n${other}\t96.4\n`, ["value"]),
  genotypes(
    "DARTS genotypes in a Python file",
    lines(
      "from collections import namedtuple",
      "Genotype = namedtuple('Genotype', 'normal normal_concat reduce reduce_concat')",
      `V1 = ${genotype("range(2, 4)").replaceAll("], ", "],\n  ")}`,
      `V2 = ${other}`,
      "DARTS = V2",
    ),
    [],
  ),
  genotypes(
    "NAS-Bench-301 results, one a line",
    jsonLines([
      { genotype: genotype("range(2, 4)"), test_accuracy: 94.1, runtime: 5000 },
      { genotype: other, test_accuracy: 93.2, runtime: 4800 },
    ]),
    ["test_accuracy", "runtime"],
  ),
  graphs(
    "NAS-Bench-101 with nested lists",
    lines(
      "module_adjacency,module_operations,acc",
      ...MATRICES.map((m, acc) => `"${json(m)}","${OPS.join(",")}",${acc}`),
    ),
  ),
  graphs(
    "NAS-Bench-101 as numpy prints",
    lines("matrix,ops,acc", ...MATRICES.map((m, acc) => `"${numpy(m)}","${OPS.join(";")}",${acc}`)),
  ),
  graphs(
    "NAS-Bench-101 as numpy's repr",
    lines(
      "matrix,ops,acc",
      ...MATRICES.map((m, acc) => `"array(${json(m)}, dtype=int8)","${OPS.join(",")}",${acc}`),
    ),
  ),
  graphs(
    "NAS-Bench-101, the flat matrix",
    json(MATRICES.map((m, acc) => ({ matrix: m.flat(), ops: OPS, acc }))),
  ),
  graphs(
    "NAS-Bench-101, the upper triangle",
    json(MATRICES.map((m, acc) => ({ matrix: upper(m), ops: OPS, acc }))),
  ),
  graphs(
    "NAS-Bench-101, the upper triangle as digits",
    lines("adjacency,ops,acc", ...MATRICES.map((m, acc) => `${upper(m).join("")},${OPS.join(";")},${acc}`)),
  ),
  cells("NAS-Bench-201 in quotes", lines("arch_str,acc", ...CELLS.map((cell, acc) => `'${cell}',${acc}`)), [
    "acc",
  ]),
  cells(
    "NAS-Bench-201 with blanks",
    lines("arch\tacc", ...CELLS.map((cell, acc) => `${cell.replaceAll("|", " | ")}\t${acc}`)),
    ["acc"],
  ),
  cells(
    "results nested under NAS-Bench-201 keys",
    json(
      Object.fromEntries(
        CELLS.map((cell, acc) => [cell, { cifar10: { acc, lat: { gpu: 2.5, cpu: null } }, flops: 3 + acc }]),
      ),
    ),
    ["flops", "cifar10_acc", "cifar10_lat_gpu", "cifar10_lat_cpu"],
  ),
  {
    name: "TransNAS-Bench-101, micro",
    content: lines(
      "arch,class_scene",
      "64-41414-3_33_333,0.5",
      "64-41414-0_12_301,0.4",
      "64-41414-1_00_213,0.3",
    ),
    read: "trans-nas-bench/cell, 3 = 3 + 0",
    lengths: [[6]],
    features: ["op c"],
    metrics: ["class_scene"],
  },
  {
    name: "TransNAS-Bench-101, macro",
    content: lines("arch,class_scene", "64-1234-basic,0.5", "64-12341-basic,0.4", "64-441122-basic,0.3"),
    read: "coded-chain/chain, 3 = 3 + 0",
    lengths: [[4, 5, 6]],
    features: ["op c", "layer p"],
    metrics: ["class_scene"],
  },
  {
    name: "once-for-all, under keys of JSON Lines",
    content: jsonLines(
      MOBILE.map((config, top1) => ({
        run: { arch: { config }, metrics: { top1, lat: { cpu: 3 - top1 } } },
      })),
    ),
    read: "once-for-all/staged, 2 = 2 + 0",
    lengths: MOBILE_LENGTHS,
    features: ["expand o", "kernel o", "unit p", "layer p"],
    metrics: ["run_metrics_top1", "run_metrics_lat_cpu"],
  },
  resnets(
    "OFA-ResNet, one a line",
    jsonLines(RESNETS.map((config, acc) => ({ ...config, image_size: 128 + 96 * acc, acc }))),
  ),
  resnets(
    "OFA-ResNet as Python in a CSV",
    lines(
      "config,acc",
      ...RESNETS.map(
        (config, acc) => `"${json({ ...config, r: [128 + 96 * acc] }).replaceAll('"', "'")}",${acc}`,
      ),
    ),
  ),
  {
    name: "layers as objects",
    content: json([0, 1, 0].map((first, acc) => ({ layers: layers(2 + first, acc), acc }))),
    read: "layer-objects/chain, 3 = 3 + 0",
    lengths: [[2, 3]],
    features: [...LAYER_FEATURES, "layer p"],
    metrics: ["acc"],
  },
  {
    name: "layers as objects that number their unit and layer",
    content: json([0, 1, 0].map((first, acc) => ({ model: { blocks: staged(first) }, acc }))),
    read: "layer-objects/staged, 3 = 3 + 0",
    lengths: [
      [1, 2],
      [2, 3],
    ],
    features: [...LAYER_FEATURES, "unit p", "layer p"],
    metrics: ["acc"],
  },
  {
    name: "layers as objects in lists, one a unit",
    content: lines(
      "arch,acc",
      ...[0, 1, 0].map(
        (first, acc) => `"${json([layers(1 + first, acc), layers(2, first)]).replaceAll('"', '""')}",${acc}`,
      ),
    ),
    read: "layer-objects/staged, 3 = 3 + 0",
    lengths: [[1, 2], [2]],
    features: [...LAYER_FEATURES, "unit p", "layer p"],
    metrics: ["acc"],
  },
  {
    name: "blocks of all units in one column, bars between units",
    content: lines("arch,acc", "e3k3 e6k5 | e3k3,1", "e6k5 | e3k5,2", "e3k5 e3k3 | e6k3,3"),
    read: "block-tokens/staged, 3 = 3 + 0",
    lengths: [[1, 2], [1]],
    features: ["expand o", "kernel o", "unit p", "layer p"],
    metrics: ["acc"],
  },
  {
    name: "a list of blocks",
    content: json(
      [
        ["mb_e3_k3", "mb_e6_k5"],
        ["mb_e6_k5", "mb_e3_k3", "mb_e3_k5"],
      ].map((arch, acc) => ({ arch, acc })),
    ),
    read: "block-tokens/chain, 2 = 2 + 0",
    lengths: [[2, 3]],
    features: ["expand o", "kernel o", "layer p"],
    metrics: ["acc"],
  },
  cells(
    "HW-NAS-Bench: columns under the names of space and dataset",
    json({ nasbench201: { cifar10: { config: CELLS, edgegpu_latency: [1.5, 2.5] } } }),
    ["edgegpu_latency"],
  ),
  cells(
    "JSON objects after each other, over several lines",
    CELLS.map((arch, acc) => JSON.stringify({ arch, acc }, null, 1)).join("\n"),
    ["acc"],
  ),
  blocks(
    "blanks between the cells",
    "id u1 top1 size\na e3k3 70.5 1024.5\nb e6k5 71.25 2048.25\nc e3k5 72 3.5\n",
  ),
  {
    name: "graphs of nodes and edges",
    content: json(
      [
        [
          ["a", "b"],
          ["b", "c"],
        ],
        [
          ["a", "b"],
          ["a", "c"],
          ["b", "c"],
        ],
      ].map((edges, acc) => ({
        graph: {
          nodes: ["a", "b", "c"].map((id, at) => ({ id, op: at === 1 ? `conv${acc}` : "pool" })),
          edges,
        },
        acc,
      })),
    ),
    read: "node-graphs/graph, 2 = 2 + 0",
    lengths: [[3]],
    features: ["op c"],
    metrics: ["acc"],
  },
  {
    name: "operations with a list of edges",
    content: lines(
      "ops,edges,acc",
      '"in,conv,out","[[0, 1], [1, 2]]",1',
      '"in,pool,out","[[0, 1], [0, 2], [1, 2]]",2',
    ),
    read: "node-graphs/graph, 2 = 2 + 0",
    lengths: [[3]],
    features: ["op c"],
    metrics: ["acc"],
  },
  {
    name: "a transformer with one column a setting",
    content: lines(
      "embed_dim,num_heads,mlp_ratio,depth,top1",
      '192,"[3, 4]","[3.5, 4.0]",2,70',
      '240,"[3, 3, 4]","[4.0, 4.0, 3.5]",3,71',
    ),
    read: "layer-lists/chain, 2 = 2 + 0",
    lengths: [[2, 3]],
    features: ["num_heads o", "mlp_ratio o", "embed_dim c", "layer p"],
    metrics: ["top1"],
  },
  {
    name: "FBNet choices as HW-NAS-Bench keys them",
    content: json({
      "[0, 1, 2, 3]": { latency: 1 },
      "[3, 2, 1, 0]": { latency: 2 },
      "[1, 1, 0, 0]": { latency: 3 },
    }),
    read: "coded-chain/chain, 3 = 3 + 0",
    lengths: [[4]],
    features: ["op c", "layer p"],
    metrics: ["latency"],
  },
  {
    name: "trials of an optimiser, of which some failed",
    content: lines(
      "number,value,params_depth,params_act,state",
      "0,0.5,6,gelu,COMPLETE",
      "1,0.6,12,relu,COMPLETE",
      "2,,6,relu,FAIL",
      "3,0.4,12,gelu,PRUNED",
    ),
    read: "flat/flat, 4 = 4 + 0, 2 failed",
    lengths: [[2]],
    features: ["params_depth o", "params_act c"],
    metrics: ["value"],
  },
  {
    name: "latencies by unit and layer",
    content: lines(
      "unit,layer,op,latency",
      ...[1, 2].flatMap((unit) =>
        [1, 2].flatMap((layer) =>
          ["conv", "pool"].map((op, at) => `${unit},${layer},${op},${unit + layer + at / 2}`),
        ),
      ),
    ),
    read: "flat/flat, 8 = 8 + 0",
    lengths: [[3]],
    features: ["unit p", "layer p", "op c"],
    metrics: ["latency"],
  },
];

const tar = new Uint8Array(1024);
tar.set(utf8("table.csv"), 0);
tar.set(utf8("ustar"), 257);
const starting = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, 0, 0, 0, 0]);
const UNPACK = "Unpack it and choose the table in it, or pack that as zip or gzip.";
const EXPORT = "Save the table as CSV or JSON and choose that.";

/** Files that are no tables, with what is said of them. */
export const foreignFiles: readonly (readonly [name: string, content: Uint8Array, error: string])[] = [
  ["tar", tar, `The file is a tar archive, whatever its name says. ${UNPACK}`],
  ["gzip of a tar", gzipSync(tar), `The file is a tar archive, whatever its name says. ${UNPACK}`],
  ["bzip2", utf8("BZh91AY&SY"), `The file is a bzip2 file, whatever its name says. ${UNPACK}`],
  [
    "xz",
    starting(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0),
    `The file is an xz file, whatever its name says. ${UNPACK}`,
  ],
  ["Parquet", utf8("PAR1...."), `The file is a Parquet table, whatever its name says. ${EXPORT}`],
  ["NumPy", starting(0x93, ...utf8("NUMPY")), `The file is a NumPy array, whatever its name says. ${EXPORT}`],
  ["SQLite", utf8("SQLite format 3"), `The file is an SQLite database, whatever its name says. ${EXPORT}`],
  [
    "Excel",
    zipSync({ "xl/workbook.xml": utf8("<x/>"), "xl/worksheets/sheet1.xml": utf8("<x/>") }),
    "The file is an Excel workbook. Save the sheet as CSV UTF-8 and choose that.",
  ],
  [
    "half of a UTF-16 character",
    utf16("a,b\nx,\ud800\n"),
    "The file is not text in UTF-8. Save it as UTF-8 CSV or JSON and choose it again.",
  ],
];
