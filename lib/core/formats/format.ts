import type { Dataset, ImportReport, Issue, RejectedRow } from "../dataset";
import type { Structure, FeatureValue } from "../searchSpace";
import type { Edge } from "../architecture";

/** A file as it was uploaded. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** One row as a reader understood it, before the search space is known. */
export type RawRow = {
  /** 1-based row of the file (the header is row 1 of a CSV) or position in a list. */
  readonly row: number;
  readonly id: string | null;
  /** Feature values of every node, unit by unit; a feature that does not apply is left out. */
  readonly units: readonly (readonly Readonly<Record<string, FeatureValue>>[])[];
  readonly globals: Readonly<Record<string, FeatureValue>>;
  readonly edges?: readonly Edge[];
  /** By column label; text where it could not be read as a number (validation reports it). */
  readonly metrics: Readonly<Record<string, number | string | null>>;
  /** The row as it stood in the file, for the list of rejected rows. */
  readonly text: string;
};

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly rejected: readonly RejectedRow[];
      readonly report: ImportReport;
    }
  | {
      readonly ok: false;
      /** unknown_format: no reader knows the file (415); nothing_usable: read, but no row was accepted (422). */
      readonly code: "unknown_format" | "nothing_usable";
      /** Says what is wrong, where, and how to mend it. */
      readonly message: string;
      readonly issues: readonly Issue[];
      readonly rejected: readonly RejectedRow[];
    };

/** How an architecture is written in one text or group of columns: read into raw units, and written back. */
export type Structured = Pick<RawRow, "units" | "globals" | "edges"> & { readonly structure: Structure };
