import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { downloadPredictor } from "./predictorFile";
import { BackendNote } from "./TrainingProgress";
import type { Unfinished } from "./unfinished";
import { predictorName, type Training } from "./useTraining";

/** Where the page tells how good the chosen predictor is. */
export const REPORT_ID = "report";

/** How the last training ended, where that is not the report itself. */
export function TrainingOutcome({
  training,
  onStoreAgain,
  onResume,
  onDiscard,
}: {
  training: Training;
  onStoreAgain: (file: PredictorFile) => void;
  onResume: (unfinished: Unfinished) => void;
  onDiscard: () => void;
}) {
  switch (training.status) {
    case "idle":
    case "running":
    case "storing":
      return null;
    case "unfinished": {
      const { target, epoch, numEpochs } = training.unfinished;
      return (
        <Note tone="info" title="A training was cut off here when the page was closed">
          <p>
            {target}: {epoch} of {numEpochs} epochs were done. It goes on from its last checkpoint, to the
            same predictor.
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => onResume(training.unfinished)}>Resume training</Button>
            <Button onClick={onDiscard}>Discard</Button>
          </div>
        </Note>
      );
    }
    case "stored":
      return (
        <div className="grid gap-2">
          <Note tone="good" title="Trained and stored; it is the chosen predictor now.">
            <a className="text-accent underline" href={`#${REPORT_ID}`}>
              How good is it?
            </a>
          </Note>
          <BackendNote note={training.note} />
        </div>
      );
    case "cancelled":
      return <Note tone="info" title="Training was cancelled. Nothing was stored." />;
    case "failed":
      return (
        <Note tone="bad" title="Training stopped, and nothing was stored">
          {training.message}
        </Note>
      );
    case "unstored":
      return (
        <Note tone="bad" title="Trained, but it could not be stored">
          <p>{training.message}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => onStoreAgain(training.file)}>Store again</Button>
            <Button onClick={() => downloadPredictor(training.file, predictorName(training.file))}>
              Download the predictor
            </Button>
          </div>
        </Note>
      );
  }
}
