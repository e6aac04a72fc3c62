/** Transformers in layers of TensorFlow.js, which has none for attention and learned tokens: exact, with our weights alone. */
import type { Emitter } from "./emitter";

/** Far below every score, so that softmax gives exactly zero; as in the Keras source. */
const NEVER = -1e9;

/** softmax(q kᵀ / √width) v, head by head: TensorFlow.js multiplies tensors of three axes at most. */
export function attentionCalls(
  out: Emitter,
  { heads, causal }: { readonly heads: number; readonly causal: boolean },
): void {
  const [queries = "", keys = "", values = ""] = out.layer.inputs;
  const [tokens = 0, features = 0] = out.shape;
  const width = features / heads;
  const mask = causal ? maskOf(out, { name: queries, shape: out.shape }, tokens) : null;
  // As images of one channel: there are layers that crop columns.
  const image = (role: string, input: string): string =>
    heads === 1 ? input : out.before(role, "Reshape", { target_shape: [tokens, features, 1] }, [input]);
  const images = { q: image("q", queries), k: image("k", keys), v: image("v", values) };
  const results = Array.from({ length: heads }, (_, head) => {
    const role = (word: string): string => `head${head + 1}_${word}`;
    const own = (word: keyof typeof images): string => {
      if (heads === 1) return images[word];
      const cropping = [[0, 0], [head * width, features - (head + 1) * width]]; // prettier-ignore
      const cropped = out.before(role(`${word}_crop`), "Cropping2D", { cropping }, [images[word]]);
      return out.before(role(word), "Reshape", { target_shape: [tokens, width] }, [cropped]);
    };
    const products = out.before(role("products"), "Dot", { axes: [2, 2], normalize: false }, [
      own("q"),
      own("k"),
    ]);
    const scaled = out.before(role("scaled"), "Rescaling", { scale: 1 / Math.sqrt(width), offset: 0 }, [
      products,
    ]);
    const masked = mask === null ? scaled : out.before(role("masked"), "Add", {}, [scaled, mask]);
    const shares = out.before(role("shares"), "Softmax", { axis: -1 }, [masked]);
    return out.before(role("mixed"), "Dot", { axes: [2, 1], normalize: false }, [shares, own("v")]);
  });
  if (heads === 1) out.last("Reshape", { target_shape: [tokens, features] }, results);
  else out.last("Concatenate", { axis: -1 }, results);
}

/** [tokens, tokens] of zeros, and far below zero where the key comes after the query. */
function maskOf(out: Emitter, tensor: Parameters<Emitter["constant"]>[2], tokens: number): string {
  const values = Float32Array.from({ length: tokens * tokens }, (_, index) =>
    index % tokens > Math.floor(index / tokens) ? NEVER : 0,
  );
  const flat = out.constant(`mask_${tokens}`, values, tensor);
  return out.before("mask", "Reshape", { target_shape: [tokens, tokens] }, [flat]);
}

/** TensorFlow.js crops images only. */
export function firstTokenCalls(out: Emitter): void {
  const [input = ""] = out.layer.inputs;
  const [tokens = 1, features = 0] = out.shape;
  const image = out.before("image", "Reshape", { target_shape: [tokens, features, 1] }, [input]);
  const cropping = [[0, tokens - 1], [0, 0]]; // prettier-ignore
  out.last("Flatten", {}, [out.before("token", "Cropping2D", { cropping }, [image])]);
}

/** The learned vectors stand in an embedding, which is asked for the places 0, 1, 2, ... */
export function positionCalls(out: Emitter): void {
  const [input = ""] = out.layer.inputs;
  const [tokens = 0] = out.shape;
  const places = Float32Array.from({ length: tokens }, (_, place) => place);
  const asked = out.constant(`places_${tokens}`, places, { name: input, shape: out.shape });
  out.last("Add", {}, [input, table(out, asked, tokens)], []);
}

/** The learned token stands in an embedding of one, which is put in front. */
export function classTokenCalls(out: Emitter): void {
  const [input = ""] = out.layer.inputs;
  const asked = out.constant("place_0", new Float32Array(1), { name: input, shape: out.shape });
  out.last("Concatenate", { axis: 1 }, [table(out, asked, 1), input], []);
}

function table(out: Emitter, places: string, numPlaces: number): string {
  const weights = out.weights.map((weight) => ({ ...weight, name: "embeddings" }));
  const config = { input_dim: numPlaces, output_dim: out.shape[1] ?? 0 };
  return out.before("table", "Embedding", config, [places], { weights });
}
