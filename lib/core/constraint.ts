/**
 * Constraints as people type them, over what is predicted, counted or part of the structure: `latency_cpu < 20`,
 * `params < 5e6`, `units[3].length = 2`. They are parsed like targets (see target.ts), never run as code.
 */
import type jsep from "jsep";
import type { Architecture } from "./architecture";
import { structureReferences, type Quantity } from "./constraintReferences";
import type { SearchSpace } from "./searchSpace";
import { compile, type Evaluate } from "./target/compile";
import { COMPARISONS } from "./target/operations";
import { parseSyntax, startOf, TargetFault } from "./target/syntax";

export type Constraint = {
  /** As it was typed. */
  readonly text: string;
  /** Indexes into the predicted names that it needs. */
  readonly predictedIndexes: readonly number[];
  /**
   * By how much an architecture breaks it: 0 where it keeps it, else how far it is beyond the bound as a share of the
   * bound (1 where there is no such number).
   * @param predicted one value per predicted name; NaN where it is not known yet
   */
  readonly violation: (architecture: Architecture, predicted: readonly number[]) => number;
};

/** What is wrong with one constraint: its 1-based line, and the 0-based character in it. */
export type ConstraintFault = { readonly line: number; readonly position: number; readonly message: string };

export type ParsedConstraints = {
  readonly constraints: readonly Constraint[];
  readonly faults: readonly ConstraintFault[];
};

export type ConstraintScope = {
  readonly space: SearchSpace;
  /** Names of what is predicted, such as targets of predictors. */
  readonly predicted: readonly string[];
  /** What follows from the structure by counting, such as parameters. */
  readonly counted?: readonly Quantity[];
  /** Names of metrics, to say of one that it is measured but not predicted. */
  readonly measured?: readonly string[];
};

/** One constraint a line; several in a line are joined by `and`. Empty lines mean nothing. */
export function parseConstraints(text: string, scope: ConstraintScope): ParsedConstraints {
  const constraints: Constraint[] = [];
  const faults: ConstraintFault[] = [];
  for (const [lineIndex, line] of text.split("\n").entries()) {
    let start = 0;
    for (const part of line.split(/(\s+and\s+|;|&&)/i)) {
      const isConstraint = part.trim() !== "" && !/^(\s+and\s+|;|&&)$/i.test(part);
      const indent = part.length - part.trimStart().length;
      if (isConstraint)
        try {
          constraints.push(parseConstraint(part.trim(), scope));
        } catch (error) {
          if (!(error instanceof TargetFault)) throw error;
          faults.push({
            line: lineIndex + 1,
            position: start + indent + error.position,
            message: error.message,
          });
        }
      start += part.length;
    }
  }
  return { constraints, faults };
}

/** What keeps an architecture from being wanted: the constraints it breaks, each with by how much. */
export const brokenConstraints = (
  constraints: readonly Constraint[],
  architecture: Architecture,
  predicted: readonly number[],
): { readonly constraint: Constraint; readonly violation: number }[] =>
  constraints
    .map((constraint) => ({ constraint, violation: constraint.violation(architecture, predicted) }))
    .filter(({ violation }) => violation > 0);

/** @throws TargetFault */
function parseConstraint(text: string, scope: ConstraintScope): Constraint {
  const { readable, typedPosition } = withDoubleEquals(text);
  try {
    const node = parseSyntax(readable);
    const operator = (node as jsep.BinaryExpression).operator;
    if (node.type !== "BinaryExpression" || !COMPARISONS.has(operator))
      throw new TargetFault(
        "A constraint compares two values, as in latency < 20 or units[1].length = 2.",
        0,
      );
    const { left, right } = node as jsep.BinaryExpression;
    if (COMPARISONS.has((left as jsep.BinaryExpression).operator))
      throw new TargetFault("Comparisons cannot be chained; join two of them by and.", startOf(right));
    return constraintOf(text, readable, operator, [left, right], scope);
  } catch (error) {
    if (!(error instanceof TargetFault)) throw error;
    throw new TargetFault(error.message, typedPosition(error.position));
  }
}

function constraintOf(
  text: string,
  readable: string,
  operator: string,
  sides: readonly [jsep.Expression, jsep.Expression],
  { space, predicted, counted = [], measured = [] }: ConstraintScope,
): Constraint {
  const used = new Set<number>();
  const names = [...predicted, ...counted.map(({ name }) => name)];
  const { quantities, reference } = structureReferences(space, names, measured);
  const sideText = [
    readable.slice(0, startOf(sides[1])).replace(/[<>=!]+\s*$/, ""),
    readable.slice(startOf(sides[1])),
  ];
  const [left, right] = sides.map((side, index): Evaluate => {
    // A target that is an expression of its own is named by writing it as it is.
    const whole = predicted.indexOf(sideText[index]?.trim() ?? "");
    if (whole < 0) return compile(side, { text: readable, metricNames: names, used, reference });
    used.add(whole);
    return (values) => values[whole] ?? NaN;
  });
  const values = (architecture: Architecture, given: readonly number[]): number[] => [
    ...predicted.map((_, index) => given[index] ?? NaN),
    // Counting builds a network: only what is asked for.
    ...counted.map(({ of }, index) => (used.has(predicted.length + index) ? of(architecture) : NaN)),
    ...quantities.map(({ of }) => of(architecture)),
  ];
  return {
    text,
    predictedIndexes: [...used].filter((index) => index < predicted.length),
    violation(architecture, given) {
      const all = values(architecture, given);
      const ignore = () => undefined;
      return violationOf(operator, left?.(all, ignore) ?? NaN, right?.(all, ignore) ?? NaN);
    },
  };
}

/** Enough that a broken constraint is never taken for one that is kept. */
const LEAST = 1e-9;

function violationOf(operator: string, left: number, right: number): number {
  if (COMPARISONS.get(operator)?.(left, right) === 1) return 0;
  const beyond = Math.abs(left - right) / (Math.abs(right) || 1);
  return Number.isFinite(beyond) && operator !== "!=" ? Math.max(LEAST, beyond) : 1;
}

/** People write `=`, the parser reads `==`. */
function withDoubleEquals(text: string): { readable: string; typedPosition: (position: number) => number } {
  const added: number[] = [];
  const readable = text.replace(/(?<![=<>!])=(?!=)/g, (_, at: number) => {
    added.push(at + added.length);
    return "==";
  });
  return {
    readable,
    typedPosition: (position) => position - added.filter((at) => at < position).length,
  };
}
