/** Weights that are given as a file, by the names that our parameters have in PyTorch's module too. */
export { givenWeights, type GivenWeights } from "./givenWeights";
export { WeightsFileError } from "./safetensors";
export { readStateDict, type StateDict } from "./stateDict";
