import type { Dataset, ImportReport, Issue, RejectedRow } from "../dataset";
import type { FeatureValue } from "../searchSpace";
import type { Edge } from "../architecture";

/** A file as it was uploaded. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** The architecture of one row as a reader understood it, before the search space is known. */
export type RawRow = {
  /** Feature values of every node, unit by unit; a feature that does not apply is left out. */
  readonly units: readonly (readonly Readonly<Record<string, FeatureValue>>[])[];
  readonly globals: Readonly<Record<string, FeatureValue>>;
  readonly edges?: readonly Edge[];
};

/** How far an import is; each phase runs from 0 to 1. */
export type ImportStep = { readonly phase: "reading" | "checking"; readonly share: number };

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly rejected: readonly RejectedRow[];
      readonly report: ImportReport;
    }
  | Refused;

/** A file of which nothing was taken. */
export type Refused = {
  readonly ok: false;
  /** unknown_format: no reader knows the file (415); nothing_usable: read, but no row was accepted (422). */
  readonly code: "unknown_format" | "nothing_usable";
  /** Says what is wrong, where, and how to mend it. */
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly rejected: readonly RejectedRow[];
};
