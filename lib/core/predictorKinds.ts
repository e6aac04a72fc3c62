/**
 * The kinds of predictors as plain data: pages list them without loading a single predictor; the
 * predictors' folders take their defaults from here.
 */
import { GROUP, SEED, TRAIN_FRACTION, type SettingField } from "./settingFields";

/** Settings of a fit: those that all kinds share, and each kind's own under names of its own. */
export type KindSettings = {
  readonly kind: string;
  readonly seed: number;
  /** Share of the rows that is trained on; the rest is held out. */
  readonly trainFraction: number;
  readonly [setting: string]: number | string | boolean;
};

/**
 * What a kind says of a node at a hop: the size of its embedding, without a unit, or the score of the node with what
 * stands before it, in units of the target.
 */
export type NodeMeasure = "embedding norm" | "score";

export type PredictorKindInfo = {
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  readonly nodeMeasure: NodeMeasure;
  /** Whether it scores the features of a whole architecture as one more module (see module.ts). */
  readonly scoresGlobals: boolean;
  /** When training tells how well each hop ranks. */
  readonly hopsMeasured: "every epoch" | "at the end" | "never";
  /** The rows that progress tells of: validation rows choose the epoch and the weights, held-out rows nothing. */
  readonly progressRows: "validation" | "held-out";
  /** Why it sets no validation rows apart, in a sentence; null where it does. */
  readonly withoutValidation: string | null;
  readonly defaults: KindSettings;
  readonly fields: readonly SettingField[];
  /** Settings that a fit takes though no page offers them. */
  readonly further: readonly SettingField[];
  /** Names of what a fit finds out; its file keeps them among the settings. */
  readonly findings: readonly string[];
};

const SCHEDULE: SettingField = {
  name: "schedule",
  label: "Learning rate schedule",
  help: "The learning rate as it is, or one that rises for a tenth of the steps and then falls to 0 along a cosine.",
  type: "choice",
  options: ["constant", "cosine"],
};

const slope = (name: string, label: string): SettingField => ({
  name,
  label,
  help: "Below zero: 0 is ReLU, 0.01 LeakyReLU.",
  type: "number",
  unit: null,
  min: 0,
  max: 1,
});

const SLOPES: readonly SettingField[] = [
  slope("convolutionSlope", "Slope after convolutions"),
  slope("regressorSlope", "Slope before the regressor"),
];

/** Of a process: the last two of files of version 0.1. */
const PROCESS_FINDINGS = ["targetScale", "maternVariance", "noiseVariance", "linearVariance", "lengthScale"];

/** Defaults of the published script (ALGORITHM sections 3 to 6). */
const AUTOBUILD: PredictorKindInfo = {
  kind: "autobuild",
  label: "AutoBuild (as published)",
  description:
    "A graph network that learns to predict the target and, at every hop, to let the size of an embedding rank architectures; from those sizes it says which modules matter.",
  nodeMeasure: "embedding norm",
  scoresGlobals: false,
  hopsMeasured: "every epoch",
  progressRows: "held-out",
  withoutValidation:
    "As published, training runs through all its epochs and keeps the last: nothing is chosen by rows set apart.",
  defaults: {
    kind: "autobuild",
    seed: 1,
    trainFraction: 0.9,
    epochs: 200,
    batchSize: 128,
    learningRate: 1e-4,
    weightDecay: 1e-5,
    hiddenWidth: 32,
    numLayers: 4,
    convolution: "GATv2",
    aggregation: "mean",
    corrLambda: 1,
    members: 1,
    group: "automatic",
  },
  fields: [
    {
      name: "epochs",
      label: "Epochs",
      help: "How often training sees every row.",
      type: "integer",
      unit: "passes",
      min: 1,
      max: 5_000,
    },
    {
      name: "batchSize",
      label: "Batch size",
      help: "Architectures per training step; ranks are compared within a batch.",
      type: "integer",
      unit: "architectures",
      min: 2,
      max: 1_024,
    },
    {
      name: "learningRate",
      label: "Learning rate",
      help: "Length of a training step.",
      type: "number",
      unit: "per step",
      min: 1e-6,
      max: 0.1,
    },
    {
      name: "weightDecay",
      label: "Weight decay",
      help: "Pulls weights towards zero, against learning rows by heart.",
      type: "number",
      unit: "per step",
      min: 0,
      max: 1,
    },
    {
      name: "hiddenWidth",
      label: "Hidden width",
      help: "Numbers in the embedding of a node.",
      type: "integer",
      unit: "numbers",
      min: 4,
      max: 256,
    },
    {
      name: "numLayers",
      label: "Layers",
      help: "Message-passing layers; the last hop sees modules of one node more.",
      type: "integer",
      unit: "layers",
      min: 1,
      max: 8,
    },
    {
      name: "convolution",
      label: "Convolution",
      help: "How a node takes up its neighbours' messages.",
      type: "choice",
      options: ["GATv2", "GraphConv"],
    },
    {
      name: "aggregation",
      label: "Aggregation",
      help: "How embeddings of nodes become one of the architecture.",
      type: "choice",
      options: ["mean", "sum", "max"],
    },
    {
      name: "corrLambda",
      label: "Weight of the ranking loss",
      help: "0 trains on the squared error alone.",
      type: "number",
      unit: "times the squared error",
      min: 0,
      max: 100,
    },
    {
      name: "members",
      label: "Members",
      help: "Networks trained together from different first weights; their spread gives intervals.",
      type: "integer",
      unit: "networks",
      min: 1,
      max: 10,
    },
    TRAIN_FRACTION,
    GROUP,
    SEED,
  ],
  further: [SCHEDULE, ...SLOPES],
  /** Of a released checkpoint: the family of networks it is of. */
  findings: ["released"],
};

const fieldsOf = (...names: readonly string[]): SettingField[] =>
  AUTOBUILD.fields.filter(({ name }) => names.includes(name));

/** Defaults of the default: the published network with a higher learning rate and an early stop. */
export const COMBINED: PredictorKindInfo = {
  kind: "combined",
  label: "AutoBuild, calibrated",
  description:
    "Five graph networks that learn to rank, each validated on rows it did not see, weighed against a Gaussian process over counts of modules. Importances are read out of the networks' embeddings and add up to predictions; every number has an interval.",
  nodeMeasure: "score",
  scoresGlobals: true,
  hopsMeasured: "at the end",
  progressRows: "validation",
  withoutValidation: null,
  defaults: {
    kind: "combined",
    seed: 1,
    trainFraction: 0.9,
    epochs: 10,
    batchSize: 128,
    learningRate: 0.02,
    schedule: "cosine",
    weightDecay: 1e-5,
    hiddenWidth: 32,
    numLayers: 4,
    convolution: "GATv2",
    aggregation: "mean",
    corrLambda: 1,
    members: 5,
    numVaried: 400,
    maxRows: 1_500,
    group: "automatic",
  },
  fields: [
    ...fieldsOf(
      "epochs",
      "batchSize",
      "learningRate",
      "hiddenWidth",
      "numLayers",
      "convolution",
      "aggregation",
    ),
    {
      name: "members",
      label: "Members",
      help: "Networks trained together, each without another part of the rows; their spread gives intervals.",
      type: "integer",
      unit: "networks",
      min: 1,
      max: 10,
    },
    {
      name: "numVaried",
      label: "Varied architectures",
      help: "Architectures nobody measured, from which each network also learns what the process expects of them.",
      type: "integer",
      unit: "architectures",
      min: 0,
      max: 20_000,
    },
    {
      name: "maxRows",
      label: "Rows of the process",
      help: "Measured rows that the process rests on; its time grows with their cube.",
      type: "integer",
      unit: "rows",
      min: 8,
      max: 4_000,
    },
    TRAIN_FRACTION,
    GROUP,
    SEED,
  ],
  further: [...fieldsOf("weightDecay", "corrLambda"), SCHEDULE, ...SLOPES],
  findings: [...PROCESS_FINDINGS, "networkWeight", "reach"],
};

/** Deterministic and without tensors; time grows with the cube of `maxRows`: 1,500 rows take a few seconds. */
export const MODULE_GP: PredictorKindInfo = {
  kind: "module-gp",
  label: "Module process alone",
  description:
    "A Gaussian process over counts of modules: no network and nothing to tune, seconds to fit, a second opinion on importances.",
  nodeMeasure: "score",
  scoresGlobals: true,
  hopsMeasured: "never",
  progressRows: "held-out",
  withoutValidation:
    "Its few numbers are chosen by formulas over all rows it learns from, each left out in turn (leave-one-out), so that none has to be set apart.",
  defaults: { kind: "module-gp", seed: 1, trainFraction: 0.9, maxRows: 1_500, group: "automatic" },
  fields: [...COMBINED.fields.filter(({ name }) => name === "maxRows"), TRAIN_FRACTION, GROUP, SEED],
  further: [],
  findings: PROCESS_FINDINGS,
};

const SIMPLE = {
  nodeMeasure: "score",
  scoresGlobals: true,
  hopsMeasured: "never",
  progressRows: "validation",
  withoutValidation: null,
  further: [],
  findings: ["halfWidth"],
} as const;

const rowsOf = (help: string, max: number): SettingField => ({
  name: "maxRows",
  label: "Rows taken in",
  help,
  type: "integer",
  unit: "rows",
  min: 12,
  max,
});

/** The simplest model of importances: every value at its place has a weight, and weights add up. */
export const RIDGE: PredictorKindInfo = {
  ...SIMPLE,
  kind: "ridge",
  label: "Ridge regression",
  description:
    "One weight for every value at its place, in its unit and anywhere, all added up: what a table says if nothing depended on anything else. Seconds to fit; where it ranks as well as the others, its importances are the ones to read.",
  defaults: { kind: "ridge", seed: 1, trainFraction: 0.9, maxRows: 800, group: "automatic" },
  fields: [
    rowsOf("Measured rows that are fitted to; time grows with their cube.", 2_000),
    TRAIN_FRACTION,
    GROUP,
    SEED,
  ],
};

/** A simple model that knows no places or neighbours, but lets everything depend on everything. */
export const FOREST: PredictorKindInfo = {
  ...SIMPLE,
  kind: "forest",
  label: "Random forest",
  description:
    "Many trees of yes-or-no questions about single values, averaged: it takes in whatever values do together, and needs more rows for it. Seconds to fit, a second opinion where effects do not add up.",
  defaults: { kind: "forest", seed: 1, trainFraction: 0.9, numTrees: 100, maxRows: 800, group: "automatic" },
  fields: [
    {
      name: "numTrees",
      label: "Trees",
      help: "Trees that are averaged; more of them are steadier and take longer.",
      type: "integer",
      unit: "trees",
      min: 10,
      max: 500,
    },
    rowsOf("Measured rows that trees grow on; the predictor's file grows with them.", 2_000),
    TRAIN_FRACTION,
    GROUP,
    SEED,
  ],
};

/** A simple model's name within a sentence, by which files of other predictors know it. */
export const simpleName = ({ label }: PredictorKindInfo): string => label.toLowerCase();

/** The kind that a simple model beside a predictor can be trained as; null for one that no kind is made of. */
export const kindOfSimple = (name: string): PredictorKindInfo | null =>
  [RIDGE, FOREST].find((info) => simpleName(info) === name) ?? null;

/** The first is offered first. */
export const PREDICTOR_KINDS: readonly [PredictorKindInfo, ...PredictorKindInfo[]] = [
  COMBINED,
  AUTOBUILD,
  MODULE_GP,
  RIDGE,
  FOREST,
];

/** What is known of a kind; null for a kind of a later version. */
export const predictorKind = (kind: string): PredictorKindInfo | null =>
  PREDICTOR_KINDS.find((info) => info.kind === kind) ?? null;

/** The label people know a kind by; an unknown kind stands for itself. */
export const kindLabel = (kind: string): string => predictorKind(kind)?.label ?? kind;

/** What figures of nodes show. A kind of a later version cannot be opened here; a score is the more general word. */
export const nodeMeasureOf = (kind: string): NodeMeasure => predictorKind(kind)?.nodeMeasure ?? "score";
