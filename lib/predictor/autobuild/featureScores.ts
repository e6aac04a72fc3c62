import * as tf from "@tensorflow/tfjs";
import type { Architecture } from "../../core/architecture";
import type { FeatureScore } from "../predictor";
import { placedNodes, writeNode, type Column, type Columns } from "./columns";
import { rowScores } from "./featureEncoder";
import { memberInterval } from "./interval";
import type { NetworkTensors } from "./trainedNetwork";

/**
 * Hop-0 score of every value of every feature (ALGORITHM section 11), |w_c . E_c[v] + b_c|. A continuous feature is
 * read at both ends of its range, scaled as the network sees it.
 */
export async function scoreColumns(
  network: NetworkTensors,
  labelled: readonly Architecture[],
): Promise<FeatureScore[]> {
  const { columns, settings } = network;
  const tensor = tf.tidy(() => rowScores(network.weights, network.rows));
  const plain = await tensor.data();
  tensor.dispose();
  const support = supportOfRows(columns, labelled);
  const at = (member: number, row: number): number => plain[member * columns.numRows + row] ?? 0;
  return columns.all.flatMap((column) =>
    column.values.map((value, index): FeatureScore => {
      const scores = Array.from({ length: settings.members }, (_, member) =>
        Math.abs(rowValue(column, index, (row) => at(member, row))),
      );
      const { value: score, low, high } = memberInterval(scores, 0);
      const held = column.kind === "table" ? (support[column.firstRow + index] ?? 0) : labelled.length;
      return { feature: column.name, value, score, low, high, support: held };
    }),
  );
}

const rowValue = (column: Column, index: number, at: (row: number) => number): number =>
  column.kind === "table"
    ? at(column.firstRow + index)
    : at(column.firstRow) * index + at(column.firstRow + 1);

/** How many architectures have a node with each table row's value. */
function supportOfRows(columns: Columns, architectures: readonly Architecture[]): Int32Array {
  const support = new Int32Array(columns.numRows);
  for (const architecture of architectures) {
    const seen = new Float32Array(columns.numRows);
    const row = new Float32Array(columns.numRows);
    for (const node of placedNodes(architecture)) {
      row.fill(0);
      writeNode(columns, node, row, 0);
      row.forEach((value, index) => {
        if (value !== 0) seen[index] = 1;
      });
    }
    seen.forEach((value, index) => {
      support[index] = (support[index] ?? 0) + value;
    });
  }
  return support;
}
