/** The map of tasks is the worker protocol: the page and the worker derive their types from it. */
import type { Architecture, Node } from "../core/architecture";
import type { Module, ModuleScore } from "../core/module";
import type { SearchPlan, SearchProgress, SearchResult } from "../core/search/plan";
import type { CheckpointRows } from "../predictor/autobuild/refit";
import type { OperationEmbeddings } from "../predictor/operationEmbeddings";
import type {
  Backend,
  BackendChoice,
  FeatureScore,
  FitProgress,
  FitSettings,
  Interval,
  PredictorFile,
  Problem,
} from "../predictor/predictor";

/** Which of the open predictors a question is for: one kept under this name, else the one in use. */
export type Asked = { readonly beside?: string };

export type Tasks = {
  /** Chooses the backend: the wanted one, else the next that works; `note` says why it is not the wanted one. */
  start: {
    request: { wanted: BackendChoice };
    result: { backend: Backend; note: string | null };
    progress: never;
  };
  train: {
    request: { problem: Problem; settings: FitSettings };
    result: { file: PredictorFile };
    progress: FitProgress;
  };
  /** A released AutoBuild checkpoint as a predictor of a dataset, its moments fitted on the dataset's rows. */
  release: {
    request: {
      /** `..._predictor.pt` */
      checkpoint: Uint8Array;
      /** `..._config.pkl` */
      config: Uint8Array;
      rows: CheckpointRows;
    };
    result: { file: PredictorFile };
    progress: never;
  };
  /**
   * Opens a predictor. Without `beside` it becomes the one in use; with it, it is kept next to that one under this
   * name, to be asked by the same name.
   */
  open: {
    request: { file: PredictorFile; beside?: string };
    result: { numHops: number };
    progress: never;
  };
  /** Frees a predictor that was kept beside the one in use. */
  close: { request: { beside: string }; result: Record<string, never>; progress: never };
  predict: {
    request: { architectures: readonly Architecture[] } & Asked;
    result: { intervals: Interval[] };
    progress: never;
  };
  scoreModules: {
    request: { modules: readonly Module[] } & Asked;
    result: { scores: ModuleScore[] };
    progress: never;
  };
  scoreFeatures: { request: Asked; result: { scores: FeatureScore[] }; progress: never };
  nodeNorms: {
    request: { architecture: Architecture } & Asked;
    result: { norms: number[][] };
    progress: never;
  };
  /** Null where the predictor has no graph network. */
  embedOperations: {
    request: { operations: readonly Node[] } & Asked;
    result: { embeddings: OperationEmbeddings | null };
    progress: never;
  };
  /** Looks for good architectures next to the predictors, so that candidates need not cross to the page and back. */
  search: {
    request: {
      plan: SearchPlan;
      /** Who predicts what: one per predicted quantity of the plan, in its order. */
      predictors: readonly Asked[];
    };
    result: SearchResult;
    progress: SearchProgress;
  };
};

/** Why a task did not end well: `lost` when the graphics processor went away under it. */
export type FailureCode = "cancelled" | "unusable" | "lost" | "internal";

export type TaskName = keyof Tasks;

/** Page to worker. */
export type ToWorker =
  | { [Name in TaskName]: { type: "run"; id: number; name: Name; request: Tasks[Name]["request"] } }[TaskName]
  | { type: "cancel"; id: number };

/** Worker to page. */
export type FromWorker =
  | { [Name in TaskName]: { type: "done"; id: number; name: Name; result: Tasks[Name]["result"] } }[TaskName]
  | {
      [Name in TaskName]: { type: "progress"; id: number; name: Name; progress: Tasks[Name]["progress"] };
    }[TaskName]
  | { type: "failed"; id: number; code: FailureCode; message: string };
