import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateTarget, parseTarget, targetOf, targetValues } from "@/lib/core/target";
import { sharedPath } from "../shared";

const metrics = [
  { name: "top_1_acc", label: "Top-1 Acc (%)" },
  { name: "latency", label: "latency" },
  { name: "x", label: "x" },
];
const row = [75, 8, -3];

function value(text: string, values: readonly (number | null)[] = row): number {
  const parsed = parseTarget(text, metrics);
  if (!parsed.ok) throw new Error(`${parsed.position}: ${parsed.message}`);
  return evaluateTarget(parsed.target, values);
}

function fault(text: string): [position: number, message: string] {
  const parsed = parseTarget(text, metrics);
  if (parsed.ok) throw new Error(`${text} was accepted`);
  return [parsed.position, parsed.message];
}

describe("target expressions", () => {
  it.each([
    ["top_1_acc", 75],
    ["Top-1 Acc (%)", 75],
    ["  latency ", 8],
    ["top_1_acc * 100 / latency", 937.5],
    ["-x ** 2", -9],
    ["(-x) ** 2", 9],
    ["-x ^ 2", -9],
    ["2 ** -x", 8],
    ["2 ** 3 ** 2", 512],
    ["x % 2", 1],
    ["latency < 10", 1],
    ["latency >= 10", 0],
    ["latency < 10 ? top_1_acc : 0", 75],
    ["top_1_acc if latency < 8 else 0.", 0],
    ["1 if x > 0 else 2 if latency > 9 else 3", 3],
    ["log(exp(2))", 2],
    ["np.log10(1000) + numpy.power(2, 3)", 11],
    ["math.sqrt(abs(-16))", 4],
    ["min(top_1_acc, latency, x) + max(1, 2)", -1],
    ["log2(latency) - .5e1", -2],
  ])("%s is %d", (text, expected) => expect(value(text)).toBeCloseTo(expected, 12));

  it.each([
    ["", 0, "Choose a metric or type an expression."],
    ["top_1_acc +", 11, "The expression ends too early: something must follow the last operator."],
    ["(latency", 8, "The expression ends before a parenthesis is closed."],
    ["2 * laten", 4, "There is no metric laten. Did you mean latency?"],
    ["2 * qq", 4, "There is no metric qq. Known are top_1_acc, latency, x."],
    [
      "1 + foo(x)",
      4,
      "There is no function foo. Known are log, log2, log10, exp, sqrt, abs, pow, power, min, max.",
    ],
    ["log + 1", 0, "log is a function: write log(...) around a metric."],
    ["log(1, 2)", 0, "log takes one value, not 2."],
    ["x latency", 2, "An operator is missing before this."],
    ["x # 2", 2, '"#" does not belong here.'],
    ["x / ) 2", 4, 'A number or a metric is expected here, not ")".'],
    ["1 < x < 2", 8, "Comparisons cannot be chained; use one at a time."],
    ["x if latency", 5, "After `if` and its condition an `else` is missing."],
    ["x && 1", 2, "The operator && is not known."],
  ])("%s is refused at character %d", (text, position, message) =>
    expect(fault(text)).toEqual([position, message]),
  );

  it.each([
    ["__proto__", 0],
    ["1 + constructor", 4],
    ["x.constructor", 0],
    ["1 + x['constructor']('return 1')()", 4],
    ["constructor(1)", 0],
    ["np.__proto__(1)", 0],
    ["this", 0],
    ["[1, 2]", 0],
    ["'text'", 0],
    ["x = 1", 2],
    ["`1`", 0],
  ])("%s never becomes code", (text, position) => expect(fault(text)[0]).toBe(position));

  it("refuses what is too long or too deep for a parser", () => {
    expect(fault(`${"(".repeat(61)}x${")".repeat(61)}`)[0]).toBe(60);
    expect(fault("x".repeat(1_001))[0]).toBe(1_000);
  });

  it("does not take a name of two metrics' labels for an expression", () =>
    expect(
      parseTarget("a", [
        { name: "b", label: "a" },
        { name: "a", label: "c" },
      ]),
    ).toMatchObject({
      ok: true,
      target: { metricIndexes: [1] },
    }));
});

describe("rows without a target", () => {
  const cause = (text: string, values: readonly (number | null)[] = row) => {
    const parsed = parseTarget(text, metrics);
    return parsed.ok ? targetOf(parsed.target, values).cause : parsed.message;
  };

  it("names why", () => {
    expect(cause("latency / (x + 3)")).toBe("division by zero");
    expect(cause("latency % (x + 3)")).toBe("division by zero");
    expect(cause("log(x)")).toBe("logarithm of a number that is not positive");
    expect(cause("sqrt(x)")).toBe("square root of a negative number");
    expect(cause("exp(exp(top_1_acc))")).toBe("too large or undefined");
    expect(cause("top_1_acc", [null, 8, -3])).toBe("missing metric");
  });

  it("lets a condition guard a division", () =>
    expect(cause("1 / x if x > 0 else 0", [75, 8, 0])).toBeNull());

  it("counts a division by zero even where infinity would vanish again", () =>
    expect(cause("1 / (1 / (x + 3))")).toBe("division by zero"));

  it("accounts for every row", () => {
    const parsed = parseTarget("1 / latency + log(x)", metrics);
    if (!parsed.ok) throw new Error(parsed.message);
    const architectures = (
      [
        ["a", 1, 2, 1],
        ["b", 1, null, 1],
        ["c", 1, 0, 1],
        ["d", 1, 4, 0],
        ["e", 1, 0, 2],
      ] as const
    ).map(([id, ...values], index) => ({ id, units: [], globals: [], row: index + 2, metrics: values }));
    const { values, missing, nonFinite } = targetValues({ architectures }, parsed.target);
    expect([...values]).toEqual([0.5, NaN, NaN, NaN, NaN]);
    expect(missing).toEqual(["b"]);
    expect(nonFinite).toEqual([
      { cause: "division by zero", ids: ["c", "e"] },
      { cause: "logarithm of a number that is not positive", ids: ["d"] },
    ]);
  });
});

/** Computed by the published code's own `eval` on ten architectures. */
const golden = sharedPath("reference/golden/target_equations.json");

describe.skipIf(golden === null)("published target equations", () => {
  type Golden = {
    cases: { id: string; metrics: Record<string, number>; targets: Record<string, number> }[];
    precedence_oddity: { expr: string; entry: Record<string, number> };
  };
  const read = (): Golden => JSON.parse(readFileSync(golden ?? "", "utf8")) as Golden;
  const compute = (text: string, entry: Record<string, number>) => {
    const parsed = parseTarget(
      text,
      Object.keys(entry).map((name) => ({ name, label: name })),
    );
    return parsed.ok ? evaluateTarget(parsed.target, Object.values(entry)) : parsed.message;
  };

  it("are equal to 1e-12", () => {
    for (const { metrics: entry, targets } of read().cases)
      for (const [text, expected] of Object.entries(targets)) {
        const found = compute(text, entry);
        expect(Math.abs(Number(found) - expected), text).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(expected)),
        );
      }
  });

  it("read a sign before a power as mathematics does, where pasted text gives 9", () => {
    const { expr, entry } = read().precedence_oddity;
    expect(compute(expr, entry)).toBe(-9);
  });
});
