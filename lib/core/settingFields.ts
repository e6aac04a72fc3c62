/** Settings as forms offer them, and those that all kinds of predictors share. */

/** One setting a person may change. */
export type SettingField = {
  readonly name: string;
  readonly label: string;
  /** What it does, for someone who has not read the paper. */
  readonly help: string;
} & (
  | {
      readonly type: "integer" | "number";
      readonly unit: string | null;
      readonly min: number;
      readonly max: number;
    }
  | { readonly type: "choice"; readonly options: readonly string[] }
  /** Which rows are kept together; the features that may decide are the dataset's (see split/rowGroups.ts). */
  | { readonly type: "grouping" }
);

export const SEED: SettingField = {
  name: "seed",
  label: "Seed",
  help: "Decides the split, the order of rows and the first weights; the same seed repeats the run.",
  type: "integer",
  unit: null,
  min: 0,
  max: 2147483647,
};

export const TRAIN_FRACTION: SettingField = {
  name: "trainFraction",
  label: "Share trained on",
  help: "The rest is held out and tells how well unseen architectures are ranked.",
  type: "number",
  unit: "of the rows",
  min: 0.5,
  max: 0.95,
};

export const GROUP: SettingField = {
  name: "group",
  label: "Rows kept together",
  help: "Rows that tell of each other are trained on or held out as a whole: those of one network, in whatever form it is written.",
  type: "grouping",
};
