/** Writes ONNX models as protocol buffers, as far as tests need them. */
type Bytes = readonly number[];

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > BigInt(127)) {
    bytes.push(Number(rest & BigInt(127)) | 128);
    rest >>= BigInt(7);
  }
  return [...bytes, Number(rest)];
};
const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const message = (field: number, content: Bytes): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, value: string): number[] => message(field, [...new TextEncoder().encode(value)]);

/** A size, or the name of an open axis. */
export type Axis = number | string;

const value = (field: number, name: string, shape?: readonly Axis[]): number[] =>
  message(field, [
    ...text(1, name),
    ...(shape === undefined
      ? []
      : message(
          2,
          message(1, [
            ...number(1, 1),
            ...message(
              2,
              shape.flatMap((axis) => message(1, typeof axis === "number" ? number(1, axis) : text(2, axis))),
            ),
          ]),
        )),
  ]);

export type NodeToWrite = {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly ints?: Readonly<Record<string, readonly number[]>>;
  readonly int?: Readonly<Record<string, number>>;
};

export type ModelToWrite = {
  readonly inputs: Readonly<Record<string, readonly Axis[]>>;
  readonly outputs: readonly string[];
  readonly nodes: readonly NodeToWrite[];
  /** Shapes of weights; `values` are whole numbers. */
  readonly weights?: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values?: readonly number[] }>
  >;
};

const int64 = (values: readonly number[]): number[] => [
  ...new Uint8Array(BigInt64Array.from(values, (one) => BigInt(one)).buffer),
];

export function writeModel({ inputs, outputs, nodes, weights = {} }: ModelToWrite): Uint8Array {
  const graph = [
    ...nodes.flatMap(({ op, inputs: reads, outputs: makes, ints = {}, int = {} }) =>
      message(1, [
        ...reads.flatMap((name) => text(1, name)),
        ...makes.flatMap((name) => text(2, name)),
        ...text(4, op),
        ...Object.entries(ints).flatMap(([name, list]) =>
          message(5, [...text(1, name), ...list.flatMap((one) => number(8, one)), ...number(20, 7)]),
        ),
        ...Object.entries(int).flatMap(([name, one]) =>
          message(5, [...text(1, name), ...number(3, one), ...number(20, 2)]),
        ),
      ]),
    ),
    ...text(2, "net"),
    ...Object.entries(weights).flatMap(([name, { shape, values }]) =>
      message(5, [
        ...message(1, shape.flatMap(varint)),
        ...number(2, values === undefined ? 1 : 7),
        ...text(8, name),
        ...(values === undefined ? [] : message(9, int64(values))),
      ]),
    ),
    ...Object.entries(inputs).flatMap(([name, shape]) => value(11, name, shape)),
    ...outputs.flatMap((name) => value(12, name)),
  ];
  return Uint8Array.from([...number(1, 8), ...text(2, "test"), ...message(7, graph)]);
}
