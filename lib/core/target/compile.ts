import type jsep from "jsep";
import { ARITHMETIC, COMPARISONS, FUNCTIONS, NAMESPACES, type TargetCause } from "./operations";
import { nearestNames } from "./suggest";
import { isBareSign, startOf, TargetFault } from "./syntax";

/** Takes the metrics of one row; `report` hears of the first operation that yields no finite number. */
export type Evaluate = (metrics: readonly number[], report: (cause: TargetCause) => void) => number;

type Scope = {
  readonly text: string;
  readonly metricNames: readonly string[];
  /** Index of every metric the expression names, filled while compiling. */
  readonly used: Set<number>;
  /** Where more than metrics may be named: the index of the value that the node stands for; null where it is none. */
  readonly reference?: (node: jsep.Expression) => number | null;
};

/**
 * Walks an allow-list of node types; everything else is refused where it stands. Nothing is ever evaluated as code.
 * @throws TargetFault
 */
export function compile(node: jsep.Expression, scope: Scope): Evaluate {
  const valueIndex = scope.reference?.(node) ?? null;
  if (valueIndex !== null) return (values) => values[valueIndex] ?? NaN;
  switch (node.type) {
    case "Literal":
      return literal(node as jsep.Literal);
    case "Identifier":
      return metric(node as jsep.Identifier, scope);
    case "UnaryExpression":
      return sign(node as jsep.UnaryExpression, scope);
    case "BinaryExpression":
      return binary(node as jsep.BinaryExpression, scope);
    case "ConditionalExpression":
      return choice(node as jsep.ConditionalExpression, scope);
    case "CallExpression":
      return call(node as jsep.CallExpression, scope);
    case "MemberExpression":
      throw new TargetFault("Metrics have no parts: a dot or bracket cannot follow a name.", startOf(node));
    case "Compound":
      throw new TargetFault("An operator is missing before this.", startOf(secondOf(node as jsep.Compound)));
    case "SequenceExpression":
      throw new TargetFault("Only one value may stand in parentheses.", startOf(node));
    default:
      throw new TargetFault("Only numbers, metrics, operators and functions may stand here.", startOf(node));
  }
}

const secondOf = (node: jsep.Compound): jsep.Expression => node.body[1] ?? node;

function literal(node: jsep.Literal): Evaluate {
  const { value } = node;
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new TargetFault(`${node.raw} is not a number.`, startOf(node));
  return () => value;
}

function metric(node: jsep.Identifier, scope: Scope): Evaluate {
  const { name } = node;
  const at = startOf(node);
  const metricIndex = scope.metricNames.indexOf(name);
  if (metricIndex < 0) {
    if (FUNCTIONS.has(name))
      throw new TargetFault(`${name} is a function: write ${name}(...) around a metric.`, at);
    throw new TargetFault(`There is no metric ${name}. ${advice(name, scope.metricNames)}`, at);
  }
  scope.used.add(metricIndex);
  return (metrics) => metrics[metricIndex] ?? NaN;
}

function advice(wrong: string, known: readonly string[]): string {
  const near = nearestNames(wrong, known);
  return near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `Known are ${known.join(", ")}.`;
}

function sign(node: jsep.UnaryExpression, scope: Scope): Evaluate {
  const operand = compile(node.argument, scope);
  if (node.operator === "-") return (metrics, report) => -operand(metrics, report);
  if (node.operator === "+") return operand;
  throw new TargetFault(`The operator ${node.operator} is not known.`, startOf(node));
}

function binary(node: jsep.BinaryExpression, scope: Scope): Evaluate {
  const { operator, left, right } = node;
  if (operator === "else") return pythonChoice(node, scope);
  if (operator === "if")
    throw new TargetFault("After `if` and its condition an `else` is missing.", startOf(right));
  // jsep binds a sign tighter than a power; in mathematics -x ** 2 is -(x ** 2).
  if ((operator === "**" || operator === "^") && isBareSign(left, scope.text)) {
    const { operator: signText, argument } = left as jsep.UnaryExpression;
    const power: jsep.BinaryExpression = { ...node, left: argument };
    return sign({ type: "UnaryExpression", operator: signText, argument: power, prefix: true }, scope);
  }
  const a = compile(left, scope);
  const b = compile(right, scope);
  const comparison = COMPARISONS.get(operator);
  if (comparison) {
    if (isComparison(left))
      throw new TargetFault("Comparisons cannot be chained; use one at a time.", startOf(right));
    return (metrics, report) => comparison(a(metrics, report), b(metrics, report));
  }
  const arithmetic = ARITHMETIC.get(operator);
  if (!arithmetic)
    throw new TargetFault(`The operator ${operator} is not known.`, operatorPosition(node, scope));
  return checked(arithmetic.apply, arithmetic.cause, [a, b]);
}

const isComparison = (node: jsep.Expression): boolean =>
  node.type === "BinaryExpression" && COMPARISONS.has((node as jsep.BinaryExpression).operator);

const operatorPosition = ({ operator, left }: jsep.BinaryExpression, { text }: Scope): number =>
  Math.max(0, text.indexOf(operator, startOf(left)));

function pythonChoice({ left, right }: jsep.BinaryExpression, scope: Scope): Evaluate {
  const condition = left as jsep.BinaryExpression;
  if (condition.operator !== "if")
    throw new TargetFault("An `else` needs an `if` before it.", startOf(right));
  return choose(compile(condition.right, scope), compile(condition.left, scope), compile(right, scope));
}

const choice = ({ test, consequent, alternate }: jsep.ConditionalExpression, scope: Scope): Evaluate =>
  choose(compile(test, scope), compile(consequent, scope), compile(alternate, scope));

/** Only the chosen branch is computed, so that a condition can guard a division. */
const choose =
  (test: Evaluate, consequent: Evaluate, alternate: Evaluate): Evaluate =>
  (metrics, report) =>
    test(metrics, report) !== 0 ? consequent(metrics, report) : alternate(metrics, report);

function call(node: jsep.CallExpression, scope: Scope): Evaluate {
  const name = functionName(node.callee, startOf(node));
  const known = FUNCTIONS.get(name);
  if (!known)
    throw new TargetFault(
      `There is no function ${name}. ${advice(name, [...FUNCTIONS.keys()])}`,
      startOf(node),
    );
  const [least, most] = known.arity;
  const count = node.arguments.length;
  if (count < least || count > most)
    throw new TargetFault(`${name} takes ${numValues(least, most)}, not ${count}.`, startOf(node));
  const operands = node.arguments.map((argument) => compile(argument, scope));
  return checked(known.apply, known.cause, operands);
}

const numValues = (least: number, most: number): string =>
  least !== most ? `${least} to ${most} values` : least === 1 ? "one value" : `${least} values`;

/** `log` of `log(x)`, `np.log(x)` and `math.log(x)`. */
function functionName(callee: jsep.Expression, at: number): string {
  if (callee.type === "Identifier") return (callee as jsep.Identifier).name;
  const { object, property, computed } = callee as jsep.MemberExpression;
  const owner =
    callee.type === "MemberExpression" && !computed ? (object as jsep.Identifier).name : undefined;
  if (owner === undefined || !NAMESPACES.has(owner))
    throw new TargetFault("Only a known function can be called.", at);
  return (property as jsep.Identifier).name;
}

function checked(
  apply: (...operands: number[]) => number,
  cause: TargetCause,
  operands: readonly Evaluate[],
): Evaluate {
  return (metrics, report) => {
    const values = operands.map((operand) => operand(metrics, report));
    const result = apply(...values);
    if (!Number.isFinite(result)) report(cause);
    return result;
  };
}
