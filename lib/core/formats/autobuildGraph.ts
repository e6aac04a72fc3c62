/** Graphs of AutoBuild's rich caches ("onnx_ir"): nodes as ONNX keeps them in JSON, edges as a map of node names. */
import type { Edge } from "../architecture";
import type { OperationNode } from "../onnx";
import { operationFeatures } from "./operationFeatures";
import type { RowOutcome } from "./reader";
import { isRecord } from "./record";

type Fields = Readonly<Record<string, unknown>>;

const records = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const field = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** {nodes: [{op_type, str_id, inputs, outputs, ...}], src2dst: {...}} */
export const isAutobuildGraph = ({ nodes, src2dst }: Fields): boolean =>
  isRecord(src2dst) && records(nodes).some((node) => typeof node.op_type === "string");

export function readAutobuildGraph({ nodes, src2dst }: Fields, column: string): RowOutcome {
  const list = records(nodes);
  const indexes = new Map(list.map((node, index) => [String(node.str_id), index]));
  const edges: Edge[] = [];
  for (const [from, targets] of Object.entries(isRecord(src2dst) ? src2dst : {}))
    for (const to of Array.isArray(targets) ? targets : []) {
      const [source, target] = [indexes.get(from), indexes.get(String(to))];
      if (source === undefined || target === undefined)
        return {
          ok: false,
          field: `${column}.src2dst`,
          message: `joins ${from} with ${String(to)}, of which one is no node`,
        };
      edges.push([source, target]);
    }
  return {
    ok: true,
    units: [list.map((node) => operationFeatures(operationNode(node)))],
    globals: {},
    edges,
  };
}

function operationNode(node: Fields): OperationNode {
  const op = String(node.op_type);
  const attribute = (name: string): Fields | undefined =>
    records(isRecord(node.attribute) ? [node.attribute] : node.attribute).find((of) => of.name === name);
  const ints = (name: string): number[] | null => {
    const found = attribute(name)?.ints;
    return Array.isArray(found) ? found.map(Number) : null;
  };
  const isConvolution = op === "Conv" || op === "ConvTranspose";
  const group = attribute("group")?.i;
  return {
    name: String(node.name ?? node.str_id ?? ""),
    op,
    inputs: records(node.inputs).map(shapeOf),
    outputs: records(node.outputs).map(shapeOf),
    kernel: ints("kernel_shape"),
    group: isConvolution ? Number(group ?? 1) : null,
    dilations: ints("dilations"),
    hasBias: isConvolution
      ? Object.keys(isRecord(node.initializer) ? node.initializer : {}).some((name) => name.endsWith("bias"))
      : null,
  };
}

/** {type: {tensorType: {shape: {dim: [{dimValue: "24"}]}}}} as protocol buffers are written in JSON. */
function shapeOf(value: Fields): number[] | null {
  const shape = field(field(field(value, "type"), "tensorType"), "shape");
  if (!isRecord(shape)) return null;
  const sizes = records(shape.dim).map(({ dimValue }) => Number(dimValue));
  return sizes.every((size) => Number.isSafeInteger(size) && size >= 0) ? sizes : null;
}
