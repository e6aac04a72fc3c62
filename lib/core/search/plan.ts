/** What a search is asked, and what it answers. Plain data: it crosses to the worker and back. */
import type { Architecture } from "../architecture";
import type { Template } from "../blocks/templates/template";
import type { Goal } from "../pareto";
import type { SearchSpace } from "../searchSpace";
import type { Operations } from "./operations";
import type { Slot } from "./slots";

/** A predicted quantity: one that is sought (more or less of it), or one that constraints alone speak of. */
export type Predicted = { readonly name: string; readonly goal: Goal | null };

/** A prediction with its 90 % interval. */
export type Prediction = { readonly value: number; readonly low: number; readonly high: number };

/**
 * exhaustive: all of a reduced space; best-first: in the order of the sum of scores; random: drawn evenly; evolution:
 * NSGA-II.
 */
export const SEARCH_METHODS = ["exhaustive", "best-first", "random", "evolution"] as const;
export type SearchMethod = (typeof SEARCH_METHODS)[number];

export type SearchRegion =
  | {
      readonly kind: "reduced";
      readonly slots: readonly Slot[];
      /** Features of the whole architecture where no slot has them. */
      readonly globals: readonly number[];
    }
  | {
      readonly kind: "whole";
      readonly operations: Operations;
      /** Of spaces whose architectures bring edges of their own: what to start from. */
      readonly measured: readonly Architecture[];
      readonly globals: readonly (readonly number[])[];
    };

export type SearchPlan = {
  readonly space: SearchSpace;
  readonly predicted: readonly Predicted[];
  /** See constraint.ts. */
  readonly constraints: string;
  /** What constraints count parameters by; null where the space has none. */
  readonly template: Template | null;
  readonly region: SearchRegion;
  readonly method: SearchMethod;
  /** Architectures that are predicted at most. */
  readonly budget: number;
  readonly seed: number;
  /** Judges by the worse end of each interval instead of the prediction: the highest of many predictions often errs upwards. */
  readonly cautious: boolean;
  /** Architectures that are answered at most. */
  readonly keep: number;
};

export type Found = {
  readonly architecture: Architecture;
  /** One per predicted quantity. */
  readonly predicted: readonly Prediction[];
  /** 0 where it keeps the constraints. */
  readonly violation: number;
};

export type SearchProgress = {
  readonly numPredicted: number;
  readonly numKeeping: number;
  /** How many will be predicted, as far as that is known. */
  readonly total: number;
};

export type SearchResult = {
  /** The front first, then front by front; where nothing keeps the constraints, those that break them least. */
  readonly found: readonly Found[];
  /** How many of `found` no other that was predicted dominates. */
  readonly numFront: number;
  readonly numPredicted: number;
  /** Of those, how many keep the constraints. */
  readonly numKeeping: number;
  /** Whether everything in the region was looked at. */
  readonly exhausted: boolean;
};

export type SearchHooks = {
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Looked at before every batch of predictions. */
  readonly signal?: AbortSignal;
};

/** Predictions of architectures, one per predicted quantity: shape [architectures][predicted]. */
export type Evaluate = (
  architectures: readonly Architecture[],
) => Promise<readonly (readonly Prediction[])[]>;
