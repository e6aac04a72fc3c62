import * as tf from "@tensorflow/tfjs";

type Differentiable = {
  readonly value: tf.Tensor;
  /** Tensors made here that the gradient needs; all others are gone by then, but for the inputs and constants. */
  readonly saved: tf.Tensor[];
  /** One gradient per input; `saved` is the inputs, then what was saved. */
  readonly gradient: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[];
};

/** An operation with a gradient of its own: fewer kernels than the chain of gradients of its parts. */
export function withGradient<Value extends tf.Tensor>(inputs: tf.Tensor[], run: () => Differentiable): Value {
  const operation = tf.customGrad((...args) => {
    const save = args[args.length - 1];
    const { value, saved, gradient } = run();
    if (typeof save === "function") save([...inputs, ...saved]);
    return { value, gradFunc: (dy: tf.Tensor, kept: tf.Tensor[]) => gradient(dy, kept) };
  });
  return operation(...inputs) as Value;
}

/** Swaps the last two axes of [batch, rows, columns]; free where one of them is 1. */
const flip = (tensor: tf.Tensor3D): tf.Tensor3D => {
  const [batch, rows, columns] = tensor.shape;
  return rows === 1 || columns === 1
    ? tf.reshape(tensor, [batch, columns, rows])
    : tf.transpose(tensor, [0, 2, 1]);
};

/**
 * Matrix product per member, [members, rows, inner] x [members, inner, columns]; either side may have one member for
 * all. The WASM backend has a quick product only for one member and without transposition (7 to 40 times quicker than
 * its general one), so there both are taken apart first.
 */
export function product(a: tf.Tensor3D, b: tf.Tensor3D, flipA = false, flipB = false): tf.Tensor3D {
  // Below this many rows the slow product costs less than a transposition.
  const isSmall =
    Math.max(a.shape[1], a.shape[2], b.shape[1]) <= 256 && Math.max(a.shape[0], b.shape[0]) === 1;
  if (tf.getBackend() === "webgl") {
    const numMembers = Math.max(a.shape[0], b.shape[0]);
    return tf.matMul(forMembers(a, numMembers), forMembers(b, numMembers), flipA, flipB);
  }
  if (tf.getBackend() !== "wasm" || isSmall) return tf.matMul(a, b, flipA, flipB);
  const left = flipA ? flip(a) : a;
  const right = flipB ? flip(b) : b;
  const numMembers = Math.max(left.shape[0], right.shape[0]);
  if (numMembers === 1) return tf.matMul(left, right);
  const lefts = left.shape[0] === 1 ? null : tf.split(left, numMembers, 0);
  const rights = right.shape[0] === 1 ? null : tf.split(right, numMembers, 0);
  return tf.concat(
    Array.from({ length: numMembers }, (_, member) =>
      tf.matMul(lefts?.[member] ?? left, rights?.[member] ?? right),
    ),
    0,
  );
}

/**
 * A tensor of all members out of one that serves them all. The WebGL backend cannot multiply a row of more than 1,000
 * numbers that serves several members: it takes them for numbers of each.
 */
const forMembers = (tensor: tf.Tensor3D, numMembers: number): tf.Tensor3D =>
  tensor.shape[0] === numMembers || Math.max(tensor.shape[1], tensor.shape[2]) <= 1_000
    ? tensor
    : tf.tile(tensor, [numMembers, 1, 1]);

/** `product` of two tensors that both learn. */
export const learnedProduct = (a: tf.Tensor3D, b: tf.Tensor3D): tf.Tensor3D =>
  withGradient([a, b], () => ({
    value: product(a, b),
    saved: [],
    gradient: (dy, saved) => {
      const [left, right] = saved as [tf.Tensor3D, tf.Tensor3D];
      return [product(dy as tf.Tensor3D, right, false, true), product(left, dy as tf.Tensor3D, true)];
    },
  }));

/** x times weights plus bias, and then max(0, .) where `rectify` says so, all learned. */
export const affine = (
  x: tf.Tensor3D,
  weights: tf.Tensor3D,
  bias: tf.Tensor3D,
  rectify = false,
): tf.Tensor3D =>
  withGradient([x, weights, bias], () => {
    const sum = tf.add(product(x, weights), bias) as tf.Tensor3D;
    const value = rectify ? tf.relu(sum) : sum;
    return {
      value,
      saved: [value],
      gradient: (dy, saved) => {
        const [left, right, , after] = saved as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
        const slope = (rectify ? tf.mul(dy, tf.step(after)) : dy) as tf.Tensor3D;
        return [
          product(slope, right, false, true),
          product(left, slope, true),
          product(tf.ones([1, 1, left.shape[1]]), slope),
        ];
      },
    };
  });

/** `product` with a constant on the right, which gets no gradient. */
export const timesConstant = (a: tf.Tensor3D, constant: tf.Tensor3D): tf.Tensor3D =>
  withGradient([a, constant], () => ({
    value: product(a, constant),
    saved: [],
    gradient: (dy, saved) => {
      const right = saved[1] as tf.Tensor3D;
      // The constant's own gradient is never asked for; its shape is all that counts.
      return [product(dy as tf.Tensor3D, right, false, true), right];
    },
  }));

/** Sum over the second axis, [members, slots, rows, width] -> [members, rows, width]. */
export function sumSlots(slots: tf.Tensor4D): tf.Tensor3D {
  const [members, numSlots, rows, width] = slots.shape;
  if (numSlots === 1) return tf.reshape(slots, [members, rows, width]);
  const flat = tf.reshape(slots, [members, numSlots, rows * width]) as tf.Tensor3D;
  return tf.reshape(product(tf.ones([1, 1, numSlots]), flat), [members, rows, width]);
}

/** max(x, slope * x); ReLU for slope 0. */
export const activate = (x: tf.Tensor3D, slope: number): tf.Tensor3D =>
  withGradient([x], () => ({
    value: slope === 0 ? tf.relu(x) : tf.maximum(x, tf.mul(x, slope)),
    saved: [],
    gradient: (dy, [before]) => [tf.mul(dy, tf.step(before as tf.Tensor, slope))],
  }));

/** |x|, with the sign as its gradient. */
export const absolute = (x: tf.Tensor3D): tf.Tensor3D =>
  withGradient([x], () => ({
    value: tf.abs(x),
    saved: [],
    gradient: (dy, [before]) => [tf.mul(dy, tf.sign(before as tf.Tensor))],
  }));
