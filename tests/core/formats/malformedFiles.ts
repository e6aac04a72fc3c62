/** Faulty files, small and literal, with the exact error that a person sees. */

const lines = (...rows: readonly string[]): string => rows.join("\n");
const json = (value: unknown): string => JSON.stringify(value);

const genotype = (normal: string): string => `"Genotype(normal=${normal}, normal_concat=range(2, 4))"`;
const goodGenotype = genotype("[('skip_connect', 0), ('sep_conv_3x3', 1), ('none', 2), ('sep_conv_3x3', 0)]");

const noArchitecture = (columns: string): string =>
  `unknown_format: No column holds architectures. Found the columns ${columns}. Expected unit columns u1, u2, ... with blocks such as e4k7, a column of configurations ({ks, e, d} or {depth, num_heads}), of NAS-Bench-201 strings, DARTS genotypes or codes such as 1114, an adjacency matrix with its operations, or columns of settings. Check the header row.`;

/** Refused as a whole. */
export const malformedFiles: readonly (readonly [name: string, text: string, error: string])[] = [
  [
    "keys that are words, with two entries",
    '{"train": {"a": 1}, "test": {"a": 2}}',
    'unknown_format: The JSON holds no list of architectures. Expected a list, or an object with "architectures": [...].',
  ],
  ["codes of which none is one", lines("arch,acc", "(,1", "[,2"), noArchitecture("arch, acc")],
  [
    "adjacency without operations",
    json([
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        acc: 1,
      },
    ]),
    noArchitecture("adjacency, acc"),
  ],
  [
    "graphs that all run backwards",
    json([
      {
        adjacency: [
          [0, 0],
          [1, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
    ]),
    "nothing_usable: The file was read as NAS-Bench-101 cells (adjacency matrix and operations), but its only row cannot be used. Row 1, adjacency: has an edge from node 2 to node 1; edges must run forward (upper triangle only).",
  ],
  ["links without operations", lines("link,acc", "0012,1", "0011,2"), noArchitecture("link, acc")],
  [
    "a genotype cut off in the middle",
    lines("genotype,acc", "\"Genotype(normal=[('skip_connect', 0)\",1"),
    noArchitecture("genotype, acc"),
  ],
  [
    "lists without a depth, all too short",
    json([{ arch: { depth: 3, num_heads: [3, 4] }, acc: 1 }]),
    "nothing_usable: The file was read as lists with one value a layer (depth, num_heads, mlp_ratio), but its only row cannot be used. Row 1, arch.num_heads: lists 2 values for 3 layers (depth).",
  ],
  [
    "a configuration of 22 blocks in 5 units",
    json([
      {
        ks: Array.from({ length: 22 }, () => 3),
        e: Array.from({ length: 22 }, () => 4),
        d: [2, 2, 2, 2, 2],
        acc: 1,
      },
    ]),
    "nothing_usable: The file was read as once-for-all configurations (ks, e, d, r), but its only row cannot be used. Row 1, ks: ks has 22, e 22 and d 5 entries; ks and e need the same whole number a unit.",
  ],
  ["results alone", lines("name,top1,params", "a,70.1,5", "b,71.2,6"), noArchitecture("name, top1, params")],
];

/** Read, with these rows rejected. */
export const malformedRows: readonly (readonly [name: string, text: string, errors: readonly string[]])[] = [
  [
    "a coded chain with a sign that is no code",
    lines("arch,acc", "1114,1", "1214,2", "11!4,3", ",4"),
    [
      'row 4, arch: "11!4" is not a code with one character for each layer',
      "row 5, arch: is empty; a chain needs at least one layer",
    ],
  ],
  [
    "a key that stands twice",
    '{"1114": 0.93, "1214": 0.95, "1114": 0.91}',
    ['row 1, : "1114" stands twice as a key; JSON keeps only the last value'],
  ],
  [
    "adjacency that runs backwards, is not square, holds other numbers, or has too few operations",
    json([
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
      {
        adjacency: [
          [0, 1],
          [1, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
      {
        adjacency: [
          [0, 1, 0],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
      {
        adjacency: [
          [0, 2],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
      {
        adjacency: [
          [0, 1, 0],
          [0, 0, 1],
          [0, 0, 0],
        ],
        ops: ["input", "output"],
        acc: 1,
      },
      { adjacency: "none", ops: ["input", "output"], acc: 1 },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        acc: 1,
      },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 2,
      },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 2,
      },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 2,
      },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 2,
      },
      {
        adjacency: [
          [0, 1],
          [0, 0],
        ],
        ops: ["input", "output"],
        acc: 2,
      },
    ]),
    [
      "row 2, adjacency: has an edge from node 2 to node 1; edges must run forward (upper triangle only)",
      "row 3, adjacency: has 2 rows, but row 1 has 3 entries; it must be square",
      "row 4, adjacency: entry 2 in row 1, column 2 is not 0 or 1",
      "row 5, ops: has 2 operations where adjacency has 3 nodes",
      "row 6, adjacency: is not an adjacency matrix such as [[0, 1], [0, 0]]",
      "row 7, ops: is not a list of operations, one a node",
    ],
  ],
  [
    "a genotype that reads a later state, has no operation, is a call of something else, or is cut off",
    lines(
      "genotype,acc",
      `${goodGenotype},1`,
      `${goodGenotype},2`,
      `${goodGenotype},2`,
      `${goodGenotype},2`,
      `${goodGenotype},2`,
      `${genotype("[('skip_connect', 2), ('none', 1)]")},1`,
      `${genotype("[('', 0), ('none', 1)]")},1`,
      `${genotype("[__import__('os').system('ls')]")},1`,
      `"Genotype(normal=[('skip_connect', 0)",1`,
    ),
    [
      "row 7, genotype.normal[0]: input 2 is not a state from 0 to 1",
      "row 8, genotype.normal[0]: names no operation",
      "row 9, genotype: is not a genotype such as Genotype(normal=[('skip_connect', 0), ...], ...)",
      "row 10, genotype: is not a genotype such as Genotype(normal=[('skip_connect', 0), ...], ...)",
    ],
  ],
  [
    "a link that is too long, points forward, or is a word, and a node without operation",
    lines(
      "link,op1,op2,op3,acc",
      "001,gcn,gat,gcn,1",
      "012,gcn,gat,gcn,1",
      "0012,gcn,gat,gcn,1",
      "030,gcn,gat,gcn,1",
      "abc,gcn,gat,gcn,1",
      "001,gcn,,gcn,1",
    ),
    [
      'row 4, link: "0012" is not the input of 3 nodes, such as 001',
      "row 5, link: node 2 takes node 3 as its input, which does not stand before it",
      'row 6, link: "abc" is not the input of 3 nodes, such as 001',
      "row 7, op2: has no operation",
    ],
  ],
  [
    "lists shorter than the depth, a depth that is none, a missing list, and a text for a configuration",
    json([
      { arch: { depth: 2, num_heads: [3, 4], dim: 192 }, acc: 1 },
      { arch: { depth: 3, num_heads: [3, 4, 3], dim: 192 }, acc: 1 },
      { arch: { depth: 4, num_heads: [3, 4, 3], dim: 192 }, acc: 1 },
      { arch: { depth: 2.5, num_heads: [3, 4, 3], dim: 192 }, acc: 1 },
      { arch: { depth: 2, dim: 192 }, acc: 1 },
      { arch: "depth 2", acc: 1 },
      { arch: { depth: 3, num_heads: [3, 3, 3], dim: 192 }, acc: 1 },
      { arch: { depth: 3, num_heads: [3, 4, 4], dim: 192 }, acc: 1 },
      { arch: { depth: 3, num_heads: [4, 4, 3], dim: 192 }, acc: 1 },
    ]),
    [
      "row 3, arch.num_heads: lists 3 values for 4 layers (depth)",
      "row 4, arch.depth: 2.5 is not a number of layers",
      "row 5, arch.num_heads: is not a list with a value for each layer",
      "row 6, arch: is not a configuration {depth, num_heads, dim}",
    ],
  ],
  [
    "a stage too few, and a list inside a stage, of a network by stages",
    json([
      { arch: { depth: [2, 3], num_heads: [2, 4] }, acc: 1 },
      { arch: { depth: [2, 4], num_heads: [2, 4] }, acc: 1 },
      { arch: { depth: [2, 4], num_heads: [2] }, acc: 1 },
      { arch: { depth: [2, 4], num_heads: [2, [4, 4]] }, acc: 1 },
    ]),
    [
      "row 3, arch.num_heads: needs 2 values, one for each stage, and has 1",
      "row 4, arch.num_heads: has a list for stage 2, where one value is expected",
    ],
  ],
  [
    "configurations whose lists differ in length, whose depth is too large, or that cannot be read",
    json([
      { config: { ks: [3, 5, 7, 3], e: [3, 4, 6, 3], d: [2, 1] }, acc: 1 },
      { config: { ks: [3, 5, 7], e: [3, 4, 6, 3], d: [2, 1] }, acc: 1 },
      { config: { ks: [3, 5, 7, 3], e: [3, 4, 6, 3], d: [3, 1] }, acc: 1 },
      { config: "{'ks': [3, 5", acc: 1 },
      { config: { ks: [3, 5, 7, 3], e: "wide", d: [2, 1] }, acc: 1 },
      { config: { ks: [3, 5, 7, 7], e: [3, 4, 6, 3], d: [2, 1] }, acc: 1 },
      { config: { ks: [3, 5, 5, 7], e: [3, 4, 6, 3], d: [2, 2] }, acc: 1 },
      { config: { ks: [3, 5, 5, 5], e: [3, 4, 6, 3], d: [2, 2] }, acc: 1 },
    ]),
    [
      "row 2, config: ks has 3, e 4 and d 2 entries; ks and e need the same whole number a unit",
      "row 3, config.d[0]: 3 is not a depth from 0 to 2",
      "row 4, config: is not a configuration {ks, e, d}",
      "row 5, config.e: is not a list of numbers",
    ],
  ],
  [
    "a text where a setting is a number in a range",
    lines("lr,accuracy", ...Array.from({ length: 30 }, (_, row) => `0.${row + 1},0.9`), "fast,0.8"),
    ['row 32, lr: "fast" is not a number'],
  ],
];
