import { sequenceModule } from "@/lib/core/module";
import { pearson, ranks } from "@/lib/core/stats";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import {
  disposeBatches,
  evaluationBatches,
  readGraphs,
  readModuleNorms,
  readNodeNorms,
} from "@/lib/predictor/autobuild/evaluate";
import { moduleRows } from "@/lib/predictor/autobuild/moduleRows";
import { checkpointSpace } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { softRank } from "@/lib/predictor/autobuild/softRank";
import { disposeNetwork, networkTensors } from "@/lib/predictor/autobuild/trainedNetwork";
import { largestDifference, type Check } from "./check";
import { architectureOf, NETWORKS, readNetwork, weightsFile } from "./networks";

type Golden = {
  readonly architectures: readonly {
    readonly id: string;
    readonly resolution: number;
    readonly units: readonly string[][];
    readonly node_l1_by_hop: readonly number[][];
    readonly graph_l1_by_hop: readonly number[];
    readonly output_standardised?: number;
    readonly prediction: number;
  }[];
};
type Dataset = { readonly architectures: readonly { readonly id: string; readonly units: string[][] }[] };
type Regime = Readonly<
  Record<
    string,
    readonly {
      readonly norm_min: number;
      readonly norm_max: number;
      readonly blocks_of_128: number;
      readonly pearson_softrank_norm: number;
      readonly pearson_softrank_rank: number;
    }[]
  >
>;

const DATASET = "datasets/ofa_mbv3_pseudo.json";
const space = checkpointSpace("mbv3");
const columns = columnsOf(space);

export const predictionChecks: Check[] = NETWORKS.map((name) => ({
  name: `${name}: predictions, graph norms and node norms of 24 networks`,
  files: [weightsFile(name), `golden/${name}.json`],
  slowOn: [],
  async run(read) {
    const golden = read<Golden>(`golden/${name}.json`).architectures;
    const { settings, network, standard } = readNetwork(read, name);
    const tensors = networkTensors(network, columns, settings);
    const architectures = golden.map((of) => architectureOf(of.id, of.units, of.resolution));
    const batches = evaluationBatches(architectures, space, columns, settings);
    try {
      const graphs = await readGraphs(tensors, batches);
      const nodes = await readNodeNorms(tensors, batches);
      const predictions = Array.from(
        graphs.outputs[0] ?? [],
        (output) => output * standard.deviation + standard.mean,
      );
      const hops = golden[0]?.graph_l1_by_hop.map((_, hop) => hop) ?? [];
      return {
        predictions: largestDifference(
          predictions,
          golden.map((of) => of.prediction),
        ),
        graphNorms: largestDifference(
          hops.flatMap((hop) => Array.from(graphs.norms[0]?.[hop] ?? [])),
          hops.flatMap((hop) => golden.map((of) => of.graph_l1_by_hop[hop] ?? Number.NaN)),
        ),
        nodeNorms: largestDifference(
          hops.flatMap((hop) => nodes[0]?.[hop] ?? []),
          hops.flatMap((hop) => golden.flatMap((of) => of.node_l1_by_hop[hop] ?? [])),
        ),
      };
    } finally {
      disposeNetwork(tensors);
      disposeBatches(batches);
    }
  },
}));

/** The last node's norm at hop length - 1 is the same whether its unit stands alone or inside a network. */
export const isolatedUnitChecks: Check[] = NETWORKS.map((name) => ({
  name: `${name}: a unit alone equals the unit inside 20 networks`,
  files: [weightsFile(name), DATASET],
  slowOn: [],
  async run(read) {
    const { settings, network } = readNetwork(read, name);
    const tensors = networkTensors(network, columns, settings);
    const architectures = read<Dataset>(DATASET)
      .architectures.slice(0, 20)
      .map(({ id, units }) => architectureOf(id, units));
    const batches = evaluationBatches(architectures, space, columns, settings);
    try {
      const [nodes = []] = await readNodeNorms(tensors, batches);
      const modules = architectures.flatMap(({ units }) =>
        units.map((unit, index) => sequenceModule(index, unit)),
      );
      const rows = moduleRows(space, modules, [224], settings.numLayers);
      const alone = await readModuleNorms(tensors, rows);
      let last = -1;
      const inside = modules.map(
        (module) => nodes[module.nodes.length - 1]?.[(last += module.nodes.length)] ?? 0,
      );
      return {
        norms: largestDifference(
          rows.roots.map(({ hop, row }) => alone[hop]?.[row] ?? Number.NaN),
          inside,
        ),
      };
    } finally {
      disposeNetwork(tensors);
      disposeBatches(batches);
    }
  },
}));

/** In how many blocks soft ranks fall, which decides whether the ranking loss sees ranks or the norms themselves. */
export const regimeChecks: Check[] = ["mbv3_acc", "mbv3_latency_gpu", "trained_gatv2_mbv3_acc"].map(
  (name) => ({
    name: `${name}: range of graph norms and blocks of soft ranks of 128 networks`,
    files: [weightsFile(name), DATASET, "golden/softrank_regime.json"],
    slowOn: [],
    async run(read) {
      const golden = read<Regime>("golden/softrank_regime.json")[name] ?? [];
      const { settings, network } = readNetwork(read, name);
      const tensors = networkTensors(network, columns, settings);
      const architectures = read<Dataset>(DATASET)
        .architectures.slice(0, 128)
        .map(({ id, units }) => architectureOf(id, units));
      const batches = evaluationBatches(architectures, space, columns, settings);
      try {
        const [norms = []] = (await readGraphs(tensors, batches)).norms;
        return {
          smallest: largestDifference(
            norms.map((of) => Math.min(...of)),
            golden.map((of) => of.norm_min),
          ),
          largest: largestDifference(
            norms.map((of) => Math.max(...of)),
            golden.map((of) => of.norm_max),
          ),
          blocks: largestDifference(
            norms.map((of) => softRank(of).numBlocks),
            golden.map((of) => of.blocks_of_128),
          ),
          withNorm: largestDifference(
            norms.map((of) => pearson(softRank(of).ranks, of)),
            golden.map((of) => of.pearson_softrank_norm),
          ),
          withRank: largestDifference(
            norms.map((of) => pearson(softRank(of).ranks, ranks(of))),
            golden.map((of) => of.pearson_softrank_rank),
          ),
        };
      } finally {
        disposeNetwork(tensors);
        disposeBatches(batches);
      }
    },
  }),
);
