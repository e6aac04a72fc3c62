import jsep from "jsep";

/** Where a text is wrong: 0-based index of the character, and what to do about it. */
export class TargetFault extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

const LONGEST = 1_000;
const DEEPEST = 60;

/** In mathematics and in most notations of people `^` is a power; jsep reads it as JavaScript's bitwise operation. */
jsep.addBinaryOp("^", 11, true);
/** Python's `a if condition else b`; both bind looser than everything else, `else` looser than `if`. */
jsep.addBinaryOp("if", 0.6);
jsep.addBinaryOp("else", 0.3, true);

/** jsep's nodes do not say where they stand, so every token remembers its start, groups that of their parenthesis. */
const starts = new WeakMap<jsep.Expression, number>();
const entered = new WeakMap<object, number>();
jsep.hooks.add("gobble-token", function rememberStart(env) {
  // jsep offers no hook around a token: this one gobbles it itself, and lets that inner call pass.
  const start = this.index;
  if (entered.get(this) === start) return;
  entered.set(this, start);
  const node = this.gobbleToken();
  if (!node) return;
  starts.set(node, start);
  env.node = node;
});

/** 0-based index of the character where a node starts. */
export function startOf(node: jsep.Expression): number {
  const start = starts.get(node);
  if (start !== undefined) return start;
  const { left } = node as jsep.BinaryExpression;
  return left ? startOf(left) : 0;
}

/** `-x` without parentheses of its own: a power binds tighter than its sign. */
export const isBareSign = (node: jsep.Expression, text: string): boolean =>
  node.type === "UnaryExpression" && text[startOf(node)] !== "(";

/**
 * Text to jsep's tree; what it means is decided in compile.ts.
 * @throws TargetFault
 */
export function parseSyntax(text: string): jsep.Expression {
  if (text.trim() === "") throw new TargetFault("Choose a metric or type an expression.", 0);
  if (text.length > LONGEST)
    throw new TargetFault(`An expression may have ${LONGEST} characters; this one has more.`, LONGEST);
  checkDepth(text);
  try {
    return jsep(text);
  } catch (error) {
    if (error instanceof TargetFault) throw error;
    throw asFault(error, text);
  }
}

/** Deep nesting would exhaust the stack of the parser. */
function checkDepth(text: string): void {
  let depth = 0;
  for (const [position, char] of [...text].entries()) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (depth > DEEPEST) throw new TargetFault(`Parentheses are nested more than ${DEEPEST} deep.`, position);
  }
}

function asFault(error: unknown, text: string): TargetFault {
  const { index, description } = error as { index?: number; description?: string };
  const position = Math.min(index ?? text.length, text.length);
  if (text.slice(position).trim() === "")
    return new TargetFault(
      text.split("(").length > text.split(")").length
        ? "The expression ends before a parenthesis is closed."
        : "The expression ends too early: something must follow the last operator.",
      text.trimEnd().length,
    );
  const found = text[position];
  if (/operand|expression after|unaryOp/i.test(description ?? ""))
    return new TargetFault(`A number or a metric is expected here, not "${found}".`, position);
  return new TargetFault(`"${found}" does not belong here.`, position);
}
