/** Shapes of the outputs of one operation from those of its inputs, for models that do not store them. */
import type { OnnxNode } from "./model";
import { int, ints, MOST_AXES, one, product, type Known, type Rule, type Shape } from "./shapeRule";
import { convolution, globalPool, pool, transposed } from "./windowShapes";

export type { Shape } from "./shapeRule";

/** Shapes of the node's outputs; null for what no rule here knows. */
export function outputShapes(node: OnnxNode, known: Known): readonly (Shape | null)[] {
  const rule = RULES.get(node.op);
  const shapes = rule?.(node, known) ?? [];
  return node.outputs.map((_, index) => {
    const shape = shapes[index] ?? null;
    return shape !== null && isUsable(shape) ? shape : null;
  });
}

const isUsable = (shape: Shape): boolean =>
  shape.length <= MOST_AXES && shape.every((axis) => Number.isSafeInteger(axis) && axis >= 0);

const same: Rule = (node, { inputs }) => node.outputs.map(() => inputs[0] ?? null);

/** Operations that change no shape. */
const SAME = [
  "Relu PRelu LeakyRelu Elu Selu Celu Clip Sigmoid HardSigmoid HardSwish Tanh Softmax LogSoftmax Hardmax",
  "Softplus Softsign Gelu Erf Mish BatchNormalization InstanceNormalization LayerNormalization Neg Sqrt Exp Log",
  "GroupNormalization LpNormalization LRN Dropout Identity Cast CastLike Abs Floor Ceil Round Sign Reciprocal",
  "Not Sin Cos QuantizeLinear DequantizeLinear",
].join(" ");

/** Aligned from the last axis on; axes of one stretch. */
export function broadcast(shapes: readonly Shape[]): Shape | null {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const sizes = shapes.map((shape) => shape[shape.length - rank + axis] ?? 1).filter((size) => size !== 1);
    if (new Set(sizes).size > 1) return null;
    result.push(sizes[0] ?? 1);
  }
  return result;
}

const allKnown = (shapes: readonly (Shape | null)[]): readonly Shape[] | null => {
  const found = shapes.flatMap((shape) => (shape === null ? [] : [shape]));
  return found.length === shapes.length ? found : null;
};

const elementwise: Rule = (_, { inputs }) => {
  const shapes = allKnown(inputs);
  return one(shapes === null ? null : broadcast(shapes));
};

const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

const concat: Rule = (node, { inputs }) => {
  const shapes = allKnown(inputs);
  const [first] = shapes ?? [];
  if (shapes === null || first === undefined) return one(null);
  const axis = axisOf(int(node, "axis", 1), first.length);
  return one(
    first.map((size, index) =>
      index === axis ? shapes.reduce((sum, shape) => sum + (shape[axis] ?? 0), 0) : size,
    ),
  );
};

const gemm: Rule = (node, { inputs: [a = null, b = null] }) => {
  if (a === null || b === null) return one(null);
  const rows = int(node, "transA", 0) === 1 ? a[1] : a[0];
  const columns = int(node, "transB", 0) === 1 ? b[0] : b[1];
  return one([rows ?? 0, columns ?? 0]);
};

const matMul: Rule = (_, { inputs: [a = null, b = null] }) => {
  if (a === null || b === null || a.length < 2 || b.length < 2) return one(null);
  const batch = broadcast([a.slice(0, -2), b.slice(0, -2)]);
  return one(batch === null ? null : [...batch, a.at(-2) ?? 0, b.at(-1) ?? 0]);
};

const flatten: Rule = (node, { inputs: [input = null] }) => {
  if (input === null) return one(null);
  const axis = axisOf(int(node, "axis", 1), input.length);
  return one([product(input.slice(0, axis)), product(input.slice(axis))]);
};

const reshape: Rule = (_, { inputs: [input = null], constant }) => {
  const wanted = constant(1);
  if (input === null || wanted === null) return one(null);
  const kept = wanted.map((size, axis) => (size === 0 ? (input[axis] ?? 0) : size));
  const others = product(kept.filter((size) => size !== -1));
  return one(kept.map((size) => (size === -1 ? product(input) / Math.max(1, others) : size)));
};

const transpose: Rule = (node, { inputs: [input = null] }) => {
  if (input === null) return one(null);
  const order = ints(node, "perm") ?? input.map((_, axis) => input.length - 1 - axis);
  return one(order.map((axis) => input[axis] ?? 0));
};

const axes = (node: OnnxNode, { constant }: Known): readonly number[] | null =>
  ints(node, "axes") ?? constant(1);

const squeeze: Rule = (node, known) => {
  const [input = null] = known.inputs;
  if (input === null) return one(null);
  const gone = axes(node, known)?.map((axis) => axisOf(axis, input.length));
  return one(input.filter((size, axis) => (gone ? !gone.includes(axis) : size !== 1)));
};

const unsqueeze: Rule = (node, known) => {
  const [input = null] = known.inputs;
  const added = axes(node, known);
  if (input === null || added === null) return one(null);
  const rank = input.length + added.length;
  const places = new Set(added.map((axis) => axisOf(axis, rank)));
  const rest = [...input];
  return one(Array.from({ length: rank }, (_, axis) => (places.has(axis) ? 1 : (rest.shift() ?? 0))));
};

const reduce: Rule = (node, known) => {
  const [input = null] = known.inputs;
  if (input === null) return one(null);
  const over = (axes(node, known) ?? input.map((_, axis) => axis)).map((axis) => axisOf(axis, input.length));
  const kept = int(node, "keepdims", 1) === 1;
  return one(
    kept
      ? input.map((size, axis) => (over.includes(axis) ? 1 : size))
      : input.filter((_, axis) => !over.includes(axis)),
  );
};

const split: Rule = (node, { inputs: [input = null], constant }) => {
  if (input === null) return [];
  const axis = axisOf(int(node, "axis", 0), input.length);
  const count = node.outputs.length;
  const sizes = ints(node, "split") ?? constant(1) ?? node.outputs.map(() => (input[axis] ?? 0) / count);
  return sizes.map((size) => input.map((whole, index) => (index === axis ? size : whole)));
};

const pad: Rule = (node, { inputs: [input = null], constant }) => {
  const pads = ints(node, "pads") ?? constant(1);
  if (input === null || pads === null) return one(null);
  return one(input.map((size, axis) => size + (pads[axis] ?? 0) + (pads[axis + input.length] ?? 0)));
};

/** Blocks of space become channels, or the other way round. */
const blocks =
  (toDepth: boolean): Rule =>
  (node, { inputs: [input = null] }) => {
    const size = int(node, "blocksize", 1);
    if (input === null) return one(null);
    const [batch = 1, channels = 0, height = 0, width = 0] = input;
    return one(
      toDepth
        ? [batch, channels * size * size, height / size, width / size]
        : [batch, channels / (size * size), height * size, width * size],
    );
  };

const constantShape: Rule = (node) => {
  const tensor = node.attributes.get("value")?.tensor ?? null;
  return one(tensor?.shape ?? (ints(node, "value_ints") ? [ints(node, "value_ints")?.length ?? 0] : []));
};

const each = (names: string, rule: Rule): Record<string, Rule> =>
  Object.fromEntries(names.split(" ").map((name) => [name, rule]));

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    ...each(SAME, same),
    Conv: convolution,
    ConvTranspose: transposed,
    ...each("MaxPool AveragePool LpPool", pool),
    ...each("GlobalAveragePool GlobalMaxPool GlobalLpPool", globalPool),
    ...each(
      "Add Sub Mul Div Pow Sum Max Min Mean Mod And Or Xor Equal Greater Less GreaterOrEqual LessOrEqual Where",
      elementwise,
    ),
    ...each("ReduceMean ReduceSum ReduceMax ReduceMin ReduceL1 ReduceL2 ReduceProd", reduce),
    Concat: concat,
    Gemm: gemm,
    MatMul: matMul,
    Flatten: flatten,
    Reshape: reshape,
    Transpose: transpose,
    Squeeze: squeeze,
    Unsqueeze: unsqueeze,
    Split: split,
    Pad: pad,
    DepthToSpace: blocks(false),
    SpaceToDepth: blocks(true),
    Constant: constantShape,
    Shape: (_, { inputs: [input = null] }) => one(input === null ? null : [input.length]),
  }),
);
