import { ABSENT, numNodes, type EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Dataset, Metric } from "@/lib/core/dataset";
import { NO_VALUE } from "@/lib/core/evaluation";
import { metricName } from "@/lib/core/formats/metricColumn";
import { seededRandom, shuffled, type Random } from "@/lib/core/random";
import type { Feature, FeatureValue, SearchSpace, Structure } from "@/lib/core/searchSpace";

const TEXTS = [
  "accuracy",
  "Top-1 Acc (%)",
  " spaced ",
  "=1+1",
  "'=guarded",
  "''-twice",
  "-5",
  "+x",
  "@a",
  "a,b;c\td|e",
  'quo"te',
  '"quoted"',
  "two\nlines",
  "carriage\rreturn",
  "名前",
  "😀",
  "constructor",
  "__proto__",
  "toString",
  "id",
  "units",
  "status",
  "architecture",
  "archset",
  "u1",
  "metrics",
  "NaN",
  "1e5",
  "0012",
  "<script>alert(1)</script>",
  "{}",
  "[1,2]",
  "null",
  "x".repeat(150),
];
const NUMBERS = [0, 1, -1, 3, 5, 7, 0.1 + 0.2, 1e-300, -2.5e17, Number.MAX_VALUE, 123456789.123, 1e21];
const STRUCTURES: readonly Structure[] = ["staged", "chain", "cell", "graph", "flat"];

/** A dataset that nobody would make, but that a file could hold; the same for the same seed. */
export function randomDataset(seed: number): Dataset {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const space = randomSpace(random);
  const labels = shuffled(TEXTS, random).slice(0, below(5));
  const names = new Set<string>();
  const metrics = labels.map((label): Metric => {
    const name = metricName(label, names);
    names.add(name);
    return {
      name,
      label,
      unit: random() < 0.5 ? null : "ms",
      goal: ([null, "max", "min"] as const)[below(3)] ?? null,
    };
  });
  const ids = shuffled([...TEXTS, ...Array.from({ length: 20 }, (_, index) => `n${index}`)], random);
  const architectures = ids
    .slice(0, 1 + below(12))
    .map((id, index) => randomArchitecture(random, space, metrics.length, id, index + 1));
  return { name: TEXTS[below(TEXTS.length)] ?? "", format: "archset", space, metrics, architectures };
}

function randomSpace(random: Random): SearchSpace {
  const below = (count: number) => Math.floor(random() * count);
  const structure = STRUCTURES[below(STRUCTURES.length)] ?? "staged";
  const names = shuffled(TEXTS, random);
  const units = Array.from({ length: structure === "staged" ? 1 + below(4) : 1 }, (_, index) => {
    const longest = 1 + below(4);
    const lengths = structure === "staged" ? [...new Set([below(2), longest])].sort() : [longest];
    return {
      name: names.pop() ?? `unit ${index}`,
      lengths,
      ...(random() < 0.3
        ? { layerNames: Array.from({ length: longest }, (_, layer) => `layer ${layer}`) }
        : {}),
    };
  });
  const features = (count: number): Feature[] =>
    Array.from({ length: count }, () => randomFeature(random, names.pop() ?? "feature"));
  const total = units.reduce((sum, { lengths }) => sum + (lengths[0] ?? 0), 0);
  return {
    structure,
    units,
    nodeFeatures: features(1 + below(3)),
    globalFeatures: features(below(3)),
    ...(structure === "cell" && total > 1 ? { edges: [[0, total - 1] as const] } : {}),
    notation: ["archset", "block-tokens", "unknown {}"][below(3)] ?? "archset",
    constants: Object.fromEntries(
      shuffled<[string, FeatureValue | FeatureValue[] | null]>(
        [
          ["width", 1.5],
          ["note", "=x"],
          ["nothing", null],
          ["list", [1, "two"]],
        ],
        random,
      ).slice(0, below(5)),
    ),
  };
}

function randomFeature(random: Random, name: string): Feature {
  const below = (count: number) => Math.floor(random() * count);
  const numbers = shuffled(NUMBERS, random)
    .slice(0, 2 + below(3))
    .sort((a, b) => a - b);
  const kind = (["categorical", "ordinal", "continuous"] as const)[below(3)] ?? "categorical";
  if (kind === "ordinal") return { name, kind, values: numbers };
  if (kind === "continuous") return { name, kind, values: [-1e9, 1e9] };
  return { name, kind, values: shuffled(TEXTS, random).slice(0, 1 + below(4)) };
}

function randomArchitecture(
  random: Random,
  space: SearchSpace,
  numMetrics: number,
  id: string,
  row: number,
): EvaluatedArchitecture {
  const below = (count: number) => Math.floor(random() * count);
  const code = ({ kind, values }: Feature): number => {
    if (kind === "continuous") return NUMBERS[below(NUMBERS.length)] ?? 0;
    return random() < 0.2 ? ABSENT : below(values.length);
  };
  const units = space.units.map(({ lengths }) =>
    Array.from({ length: lengths[below(lengths.length)] ?? 0 }, () => space.nodeFeatures.map(code)),
  );
  const count = numNodes({ units });
  const edges = Array.from(
    { length: count === 0 ? 0 : below(5) },
    () => [below(count), below(count)] as const,
  );
  const metrics = Array.from({ length: numMetrics }, () =>
    random() < 0.3 ? null : (NUMBERS[below(NUMBERS.length)] ?? 0),
  );
  const isUnmeasured = numMetrics > 0 && metrics.every((value) => value === null);
  const status = random() < 0.1 ? "OOM, killed" : isUnmeasured ? NO_VALUE : undefined;
  return {
    id,
    row,
    units,
    globals: space.globalFeatures.map(code),
    metrics,
    ...(space.structure === "graph" ? { edges } : {}),
    ...(status === undefined ? {} : { status }),
  };
}
