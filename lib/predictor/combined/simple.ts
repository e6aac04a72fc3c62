import { FOREST, RIDGE, simpleName } from "../../core/predictorKinds";
import { rankAgreement } from "../../core/stats";
import { seededRandom } from "../../core/random";
import type { SearchSpace } from "../../core/searchSpace";
import { fitForest } from "../baselines/forest";
import { createOneHot } from "../baselines/oneHot";
import { fitRidge } from "../baselines/ridge";
import type { Baseline } from "../predictor";
import type { Rows } from "../holdOut";

/** Rows that simple models are fitted to: enough to tell whether one of them would do. */
const MOST_ROWS = 400;
const NUM_TREES = 40;

/** Held-out SRCC of simple models on the same split, so that a page can say where one of them is as good. */
export function measureSimple(space: SearchSpace, train: Rows, test: Rows): Baseline[] {
  const architectures = train.architectures.slice(0, MOST_ROWS);
  const targets = train.targets.slice(0, MOST_ROWS);
  const oneHot = createOneHot(space, architectures);
  const rows = architectures.map(oneHot.encode);
  const unseen = test.architectures.map(oneHot.encode);
  const agreement = (predict: (row: Float64Array) => number): number =>
    rankAgreement(unseen.map(predict), test.targets);
  const numTrain = rows.length;
  return [
    { name: simpleName(RIDGE), numTrain, srcc: agreement(fitRidge(rows, targets).predict) },
    {
      name: simpleName(FOREST),
      numTrain,
      srcc: agreement(fitForest(rows, targets, seededRandom(1), NUM_TREES)),
    },
  ];
}
