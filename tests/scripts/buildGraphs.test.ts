import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Architecture, Edge } from "@/lib/core/architecture";
import { importFile } from "@/lib/core/formats";
import { seededRandom } from "@/lib/core/random";
import { build } from "../../scripts/cli/build";
import { createNeighbours } from "../../scripts/cli/graphs";
import { train } from "../../scripts/cli/train";

const folder = mkdtempSync(join(tmpdir(), "archwright-graphs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const OPS = ["conv1x1", "conv3x3", "maxpool"] as const;
type Graph = { readonly adjacency: readonly (readonly number[])[]; readonly ops: readonly string[] };

/** Input, nodes one behind the other, output; with an edge from the input to the output beside them or not. */
const chain = (inner: readonly string[], shortcut: boolean): Graph => {
  const count = inner.length + 2;
  const adjacency = Array.from({ length: count }, (_, source) =>
    Array.from({ length: count }, (_, target) =>
      target === source + 1 || (shortcut && source === 0 && target === count - 1) ? 1 : 0,
    ),
  );
  return { adjacency, ops: ["input", ...inner, "output"] };
};
const table = (graphs: readonly Graph[], accuracyOf: (graph: Graph) => number): string =>
  JSON.stringify(
    graphs.map((graph, row) => ({
      id: `g${row}`,
      ...graph,
      accuracy: accuracyOf(graph),
      latency: graph.ops.filter((op) => op === "conv3x3").length * 2,
    })),
  );

function datasetOf(text: string) {
  const outcome = importFile({ name: "graphs.json", bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.dataset;
}

it("a graph's neighbours are one edit away and keep what all measured graphs keep", () => {
  const graphs = [
    chain(["conv1x1", "conv3x3"], false),
    chain(["conv3x3"], true),
    chain(["conv1x1", "conv1x1"], true),
  ];
  const { space, architectures } = datasetOf(table(graphs, () => 1));
  const name = ({ units, edges = [] }: Architecture): string =>
    `${units
      .flat()
      .map(([code = 0]) => String(space.nodeFeatures[0]?.values[code]))
      .slice(1, -1)
      .join(" ")} ${edges.map((edge: Edge) => edge.join("")).join(" ")}`;
  const [first] = architectures;
  if (!first) throw new Error("no graph");
  const neighbours = createNeighbours(space, architectures)(first);
  // Other operations, one edge more or less as long as nothing dangles, a node on an edge is too many, a node less.
  expect([...new Set(neighbours.map(name))].sort()).toEqual([
    "conv1x1 01 12",
    "conv1x1 conv1x1 01 12 23",
    "conv1x1 conv3x3 01 02 12 23",
    "conv1x1 conv3x3 01 03 12 23",
    "conv1x1 conv3x3 01 12 13 23",
    "conv1x1 conv3x3 01 12 23",
    "conv3x3 01 12",
    "conv3x3 conv3x3 01 12 23",
  ]);
});

it("build finds a better graph than all that were measured, and keeps a constraint", async () => {
  const random = seededRandom(5);
  const any = () => OPS[Math.floor(random() * OPS.length)] ?? "maxpool";
  // No measured graph has more than two convolutions of 3x3, each of which is worth two points.
  const graphs = Array.from({ length: 400 }, () =>
    chain([any(), any(), any(), any()], random() < 0.5),
  ).filter(({ ops }) => ops.filter((op) => op === "conv3x3").length <= 2);
  const accuracyOf = ({ ops }: Graph): number =>
    ops.reduce((sum, op) => sum + (op === "conv3x3" ? 2 : op === "conv1x1" ? 1 : 0), 0);
  const [file, predictor] = [join(folder, "graphs.json"), join(folder, "p.json")];
  writeFileSync(file, table(graphs.slice(0, 60), accuracyOf));
  const options = ["--kind", "module-gp", "--backend", "cpu"];
  await train([file, "--target", "accuracy", "--out", predictor, ...options]);

  type Built = { architecture: string; predicted: number; low: number; high: number };
  const [best] = (await build([predictor, "--top", "3", "--backend", "cpu"])) as Built[];
  const found = JSON.parse(best?.architecture ?? "{}") as Graph;
  expect(found.ops.filter((op) => op === "conv3x3").length).toBeGreaterThan(2);
  expect(accuracyOf(found)).toBeGreaterThan(Math.max(...graphs.map(accuracyOf)));

  const quick = (await build([predictor, "--constraint", "latency<3", "--backend", "cpu"])) as Built[];
  const slow = quick.filter(
    ({ architecture }) => (JSON.parse(architecture) as Graph).ops.filter((op) => op === "conv3x3").length > 1,
  );
  expect([quick.length, slow.length]).toEqual([10, 0]);
});
