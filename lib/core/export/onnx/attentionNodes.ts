import type { Layer } from "../../blocks/network";
import type { LayerWriter } from "./layerWriter";

/** Below every finite score of attention, and finite, so that no weight becomes NaN. */
const MASKED = -1e9;

/** Nodes of scaled dot products: heads are split, weighed and joined again. */
export function attentionNodes(
  to: LayerWriter,
  { inputs: [queries = "", keys = "", values = ""], shape: [tokens = 0, features = 0] }: Layer,
  { heads, causal }: { readonly heads: number; readonly causal: boolean },
): void {
  const width = features / heads;
  const split = to.integers("heads", [0, tokens, heads, width]);
  const inHeads = (input: string, role: string, perm: readonly number[]) =>
    to.node("Transpose", [to.node("Reshape", [input, split], `${role}_split`)], role, {
      perm: { ints: perm },
    });
  const q = inHeads(queries, "q", [0, 2, 1, 3]);
  const k = inHeads(keys, "k", [0, 2, 3, 1]);
  const v = inHeads(values, "v", [0, 2, 1, 3]);
  const scaled = to.node(
    "Mul",
    [to.node("MatMul", [q, k], "products"), to.float("scale", 1 / Math.sqrt(width))],
    "scaled",
  );
  const scores = causal ? to.node("Add", [scaled, causalMask(to, tokens)], "masked") : scaled;
  const weights = to.node("Softmax", [scores], "weights", { axis: { int: -1 } });
  const mixed = to.node("Transpose", [to.node("MatMul", [weights, v], "mixed")], "joined", {
    perm: { ints: [0, 2, 1, 3] },
  });
  to.node("Reshape", [mixed, to.integers("shape", [0, tokens, features])]);
}

const causalMask = (to: LayerWriter, tokens: number): string =>
  to.constant("mask", {
    type: "float",
    shape: [tokens, tokens],
    values: Array.from({ length: tokens * tokens }, (_, index) =>
      index % tokens > Math.floor(index / tokens) ? MASKED : 0,
    ),
  });
