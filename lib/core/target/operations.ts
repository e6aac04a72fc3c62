/** Why a row has no target although its metrics are there. */
export type TargetCause =
  | "division by zero"
  | "logarithm of a number that is not positive"
  | "square root of a negative number"
  | "too large or undefined";

type Apply = (...operands: number[]) => number;

/** A function that expressions may call, with its legal numbers of arguments. */
export type TargetFunction = {
  readonly apply: Apply;
  readonly arity: readonly [least: number, most: number];
  readonly cause: TargetCause;
};

const LOGARITHM = "logarithm of a number that is not positive";
const LARGE = "too large or undefined";
const one = (apply: Apply, cause: TargetCause = LARGE): TargetFunction => ({ apply, arity: [1, 1], cause });
const power: TargetFunction = { apply: Math.pow, arity: [2, 2], cause: LARGE };

/** A Map, so that names such as `constructor` find nothing. */
export const FUNCTIONS: ReadonlyMap<string, TargetFunction> = new Map([
  ["log", one(Math.log, LOGARITHM)],
  ["log2", one(Math.log2, LOGARITHM)],
  ["log10", one(Math.log10, LOGARITHM)],
  ["exp", one(Math.exp)],
  ["sqrt", one(Math.sqrt, "square root of a negative number")],
  ["abs", one(Math.abs)],
  ["pow", power],
  ["power", power],
  ["min", { apply: Math.min, arity: [1, 8], cause: LARGE }],
  ["max", { apply: Math.max, arity: [1, 8], cause: LARGE }],
]);

/** Names that may stand before a function, as in `np.log10(x)`. */
export const NAMESPACES: ReadonlySet<string> = new Set(["np", "numpy", "math"]);

const truth = (holds: boolean): number => (holds ? 1 : 0);

export const COMPARISONS: ReadonlyMap<string, Apply> = new Map<string, (a: number, b: number) => number>([
  ["<", (a, b) => truth(a < b)],
  ["<=", (a, b) => truth(a <= b)],
  [">", (a, b) => truth(a > b)],
  [">=", (a, b) => truth(a >= b)],
  ["==", (a, b) => truth(a === b)],
  ["!=", (a, b) => truth(a !== b)],
]) as ReadonlyMap<string, Apply>;

export const ARITHMETIC: ReadonlyMap<string, { apply: Apply; cause: TargetCause }> = new Map([
  ["+", { apply: (a: number, b: number) => a + b, cause: LARGE }],
  ["-", { apply: (a: number, b: number) => a - b, cause: LARGE }],
  ["*", { apply: (a: number, b: number) => a * b, cause: LARGE }],
  ["/", { apply: (a: number, b: number) => a / b, cause: "division by zero" }],
  // The sign of the divisor, as in Python, where expressions of this kind are at home.
  ["%", { apply: (a: number, b: number) => a - b * Math.floor(a / b), cause: "division by zero" }],
  ["**", { apply: Math.pow, cause: LARGE }],
  ["^", { apply: Math.pow, cause: LARGE }],
] as [string, { apply: Apply; cause: TargetCause }][]);
