import { ABSENT, type EvaluatedArchitecture, type Node } from "@/lib/core/architecture";
import { featureValue, operationKey, type SearchSpace } from "@/lib/core/searchSpace";
import { operationFeature, type OperationPaint } from "@/lib/figures/operationPalette";

export type LegendEntry = {
  readonly key: string;
  readonly label: string;
  /** What keeps the architectures that hold it, in the words of the filter. */
  readonly word: string;
  readonly fill: string;
};

/** Nodes with more features than this differ in so many ways that a legend names their operations only. */
const MOST_FEATURES = 4;

/** An entry for each operation that occurs; of richly described nodes one for each value of `op`. */
export function legendEntries(
  architectures: readonly EvaluatedArchitecture[],
  { nodeFeatures }: Pick<SearchSpace, "nodeFeatures">,
  paint: (node: Node) => OperationPaint,
): LegendEntry[] {
  const operations = distinctOperations(architectures);
  const opIndex = nodeFeatures.length > MOST_FEATURES ? operationFeature(nodeFeatures) : null;
  const op = opIndex === null ? undefined : nodeFeatures[opIndex];
  if (opIndex === null || op === undefined)
    return operations.map((node) => {
      const { label, fill } = paint(node);
      return { key: operationKey(node), label, word: `"${label}"`, fill };
    });
  const byOp = new Map<number, LegendEntry>();
  for (const node of operations) {
    const code = node[opIndex] ?? ABSENT;
    const label = String(featureValue(op, code) ?? "none");
    if (!byOp.has(code)) byOp.set(code, { key: String(code), label, word: label, fill: paint(node).fill });
  }
  return [...byOp.values()];
}

/** In the order of their codes, so that the legend reads as the search space does. */
export function distinctOperations(architectures: readonly EvaluatedArchitecture[]): Node[] {
  const byKey = new Map<string, Node>();
  for (const { units } of architectures)
    for (const unit of units) for (const node of unit) byKey.set(operationKey(node), node);
  return [...byKey.values()].sort((a, b) => {
    const differing = a.findIndex((code, index) => code !== b[index]);
    return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
  });
}
