import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { embedOperations } from "@/lib/predictor/autobuild/embedOperations";
import { checkpointSpace } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { disposeNetwork, networkTensors } from "@/lib/predictor/autobuild/trainedNetwork";
import { largestDifference, type Check } from "./check";
import { blockCodes, NETWORKS, openNetwork, readNetwork, weightsFile } from "./networks";

type Scores = Readonly<Record<string, number>>;
type ReadOuts = Readonly<
  Record<string, { readonly category_scores: Readonly<Record<"op" | "expand" | "kernel", Scores>> }>
>;

const READ_OUTS = "golden/fe_mlp_readout.json";
const space = checkpointSpace("mbv3");

/** The nine blocks of MobileNetV3 with what the reference's feature encoder says of each. */
function blocksOf({ op, expand, kernel }: ReadOuts[string]["category_scores"]) {
  return ["3", "4", "6"].flatMap((e) =>
    ["3", "5", "7"].map((k) => ({
      operation: blockCodes(`mbconv3_e${e}_k${k}`),
      embedding: [op.mbconv3, expand[e], kernel[k]].map((score) => score ?? Number.NaN),
    })),
  );
}

/** Distances of all pairs as shares of the root of their mean square. */
function relativeDistances(vectors: readonly ArrayLike<number>[]): number[] {
  const distances = vectors.flatMap((a, index) =>
    vectors.slice(index + 1).map((b) => Math.hypot(...Array.from(a, (value, at) => value - (b[at] ?? 0)))),
  );
  const typical = Math.sqrt(distances.reduce((sum, of) => sum + of * of, 0) / distances.length);
  return distances.map((of) => of / typical);
}

export const embeddingChecks: Check[] = NETWORKS.map((name) => ({
  name: `${name}: hop-0 embeddings of the nine operations, and how far apart they are`,
  files: [weightsFile(name), READ_OUTS],
  slowOn: [],
  async run(read) {
    const scores = read<ReadOuts>(READ_OUTS)[name]?.category_scores;
    if (scores === undefined) throw new Error(`${READ_OUTS} has no ${name}.`);
    const blocks = blocksOf(scores);
    const operations = blocks.map(({ operation }) => operation);
    const { settings, network } = readNetwork(read, name);
    const tensors = networkTensors(network, columnsOf(space), settings);
    const predictor = openNetwork(read, name);
    try {
      const [plain = []] = await embedOperations(tensors, space, operations);
      const { vectors = [] } = (await predictor.embedOperations?.(operations)) ?? {};
      return {
        embeddings: largestDifference(
          plain.flatMap((vector) => [...vector]),
          blocks.flatMap(({ embedding }) => embedding),
        ),
        distances: largestDifference(
          relativeDistances(vectors),
          relativeDistances(blocks.map(({ embedding }) => embedding)),
        ),
        // The root mean squared distance of what the predictor gives is 1.
        scale: largestDifference(
          [Math.hypot(...(vectors[0] ?? []).map((value, at) => value - (vectors[8]?.[at] ?? 0)))],
          [relativeDistances(blocks.map(({ embedding }) => embedding))[7] ?? Number.NaN],
        ),
      };
    } finally {
      disposeNetwork(tensors);
      predictor.dispose();
    }
  },
}));
