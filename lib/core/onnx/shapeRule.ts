import type { OnnxNode } from "./model";

export type Shape = readonly number[];

/** No operation has tensors of more axes. */
export const MOST_AXES = 16;

export type Known = {
  /** One per input; null where it is not known, or left out. */
  readonly inputs: readonly (Shape | null)[];
  /** Values of an input that is a stored tensor of few whole numbers. */
  readonly constant: (inputIndex: number) => readonly number[] | null;
};

/** Shapes of a node's outputs from what is known of its inputs. */
export type Rule = (node: OnnxNode, known: Known) => readonly (Shape | null)[];

/** The only output. */
export const one = (shape: Shape | null): readonly (Shape | null)[] => [shape];
export const int = (node: OnnxNode, name: string, otherwise: number): number =>
  node.attributes.get(name)?.int ?? otherwise;
export const ints = (node: OnnxNode, name: string): readonly number[] | null => {
  const found = node.attributes.get(name);
  return found === undefined || found.ints.length === 0 ? null : found.ints;
};
export const product = (axes: readonly number[]): number => axes.reduce((total, axis) => total * axis, 1);
