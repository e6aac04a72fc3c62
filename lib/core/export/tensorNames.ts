/** A step that makes one tensor of others. */
export type NamedStep = { readonly name: string; readonly inputs: readonly string[] };

/**
 * What tensors are called in written code: one that only the next line reads, or that comes out, is `x`, so that it is
 * not kept longer; the others have the names of the steps that make them.
 */
export function tensorNames(steps: readonly NamedStep[], output: string): ReadonlyMap<string, string> {
  const readers = new Map<string, Set<NamedStep>>();
  for (const step of steps)
    for (const input of step.inputs) readers.set(input, (readers.get(input) ?? new Set()).add(step));
  return new Map(
    steps.map((step, index) => {
      const next = steps[index + 1];
      const by = readers.get(step.name);
      const isPassing = by?.size === 1 && next !== undefined && by.has(next);
      return [step.name, isPassing || step.name === output ? "x" : step.name] as const;
    }),
  );
}
