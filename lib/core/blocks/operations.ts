import { parseComposition, type Step } from "./composition";

const SEPARABLE = (kernel: number) => {
  const half = `relu > depthwise ${kernel}x${kernel} > conv 1x1 > bn`;
  return `${half} > ${half}`;
};

/**
 * Operations of published spaces by the names their files use: NAS-Bench-201 (ReLU first), NAS-Bench-101 and its
 * relatives (ReLU last), DARTS (separable convolutions twice, dilated ones once).
 */
export const KNOWN_OPERATIONS: Readonly<Record<string, string>> = {
  none: "zero",
  zero: "zero",
  zeroize: "zero",
  skip_connect: "skip",
  skip: "skip",
  identity: "skip",
  nor_conv_1x1: "relu > conv 1x1 > bn",
  nor_conv_3x3: "relu > conv 3x3 > bn",
  nor_conv_5x5: "relu > conv 5x5 > bn",
  nor_conv_7x7: "relu > conv 7x7 > bn",
  avg_pool_3x3: "avgpool 3x3",
  max_pool_3x3: "maxpool 3x3",
  "conv1x1-bn-relu": "conv 1x1 > bn > relu",
  "conv3x3-bn-relu": "conv 3x3 > bn > relu",
  "conv5x5-bn-relu": "conv 5x5 > bn > relu",
  maxpool3x3: "maxpool 3x3",
  avgpool3x3: "avgpool 3x3",
  conv_1x1: "relu > conv 1x1 > bn",
  conv_3x3: "relu > conv 3x3 > bn",
  sep_conv_3x3: SEPARABLE(3),
  sep_conv_5x5: SEPARABLE(5),
  sep_conv_7x7: SEPARABLE(7),
  dil_conv_3x3: "relu > depthwise 3x3 dilation 2 > conv 1x1 > bn",
  dil_conv_5x5: "relu > depthwise 5x5 dilation 2 > conv 1x1 > bn",
};

/** Says of operation names what they are made of; those of a template come before those we know. */
export type OperationBook = Readonly<Record<string, string>>;

/** Operations that nothing says how to build, each once. */
export const unknownOperations = (book: OperationBook, names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => definitionOf(book, name) === null);

/**
 * Layers of an operation.
 * @throws Error for a name that `unknownOperations` names, or a composition that does not parse
 */
export function stepsOf(book: OperationBook, name: string): readonly Step[] {
  const text = definitionOf(book, name);
  const outcome = parseComposition(text ?? "");
  if (text === null || !outcome.ok) throw new Error(`Nothing says what ${name} is made of.`);
  return outcome.steps;
}

function definitionOf(book: OperationBook, name: string): string | null {
  if (Object.hasOwn(book, name)) return book[name] ?? null;
  const known = name.trim().toLowerCase();
  return Object.hasOwn(KNOWN_OPERATIONS, known) ? (KNOWN_OPERATIONS[known] ?? null) : null;
}
