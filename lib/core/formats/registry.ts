import { archset } from "./archset";
import { autobuildCache } from "./autobuildCache";
import { blockTokens } from "./blockTokens";
import { codedChain } from "./codedChain";
import { dartsGenotype } from "./dartsGenotype";
import { flat } from "./flat";
import { layerLines } from "./layerLines";
import { layerLists } from "./layerLists";
import { layerObjects } from "./layerObjects";
import { nasBench101 } from "./nasBench101";
import { nasBench201 } from "./nasBench201";
import { nasBenchGraph } from "./nasBenchGraph";
import { nodeGraphs } from "./nodeGraphs";
import { onceForAll } from "./onceForAll";
import { onceForAllResNet } from "./onceForAllResNet";
import { onnxModels } from "./onnxModels";
import { transNasBench } from "./transNasBench";
import type { Reader } from "./reader";

/** In order of certainty: the first that matches reads the file. */
export const readers: readonly Reader[] = [
  archset,
  autobuildCache,
  onnxModels,
  layerLines,
  nasBench201,
  transNasBench,
  dartsGenotype,
  onceForAll,
  onceForAllResNet,
  nasBench101,
  nasBenchGraph,
  blockTokens,
  nodeGraphs,
  layerObjects,
  layerLists,
  codedChain,
  flat,
];
