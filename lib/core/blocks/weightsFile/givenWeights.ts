import type { Network } from "../network";
import { storedTensors } from "../parameters";
import type { Weights } from "../weights";
import type { StateDict } from "./stateDict";

export type GivenWeights =
  | { readonly ok: true; readonly weights: Weights }
  /** Everything that does not fit, a line each, in the order of the network, then of the file. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** PyTorch's batch normalisations count batches, which no forward pass needs. */
const isCounter = (name: string): boolean => name.endsWith(".num_batches_tracked");

/** The tensors as the network's weights, where every name and shape fits and every number is finite. */
export function givenWeights(network: Network, tensors: StateDict): GivenWeights {
  const wanted = storedTensors(network);
  const names = new Set(wanted.map(({ fullName }) => fullName));
  const problems: string[] = [];
  const weights = new Map<string, Float32Array>();
  for (const { fullName, shape } of wanted) {
    const tensor = tensors.get(fullName);
    if (tensor === undefined) problems.push(`missing ${fullName} ${axes(shape)}`);
    else if (tensor.shape.join() !== shape.join())
      problems.push(`${fullName} is ${axes(tensor.shape)}, where the network has ${axes(shape)}`);
    else {
      const values = Float32Array.from(tensor.data);
      const numBad = values.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
      if (numBad > 0)
        problems.push(`${fullName} has ${numBad} of ${values.length} numbers that are not finite`);
      weights.set(fullName, values);
    }
  }
  for (const [name, { shape }] of tensors)
    if (!names.has(name) && !isCounter(name)) problems.push(`unexpected ${name} ${axes(shape)}`);
  return problems.length === 0 ? { ok: true, weights } : { ok: false, problems };
}

const axes = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
