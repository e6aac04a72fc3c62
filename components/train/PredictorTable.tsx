import { useState } from "react";
import { Button } from "@/components/ui/Button";
import type { PredictorSummary } from "@/lib/api/contracts";
import { kindLabel } from "@/lib/core/predictorKinds";
import { formatValue } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";

type PredictorTableProps = {
  predictors: readonly PredictorSummary[];
  selectedId: string | null;
  onSelect: (id: string) => void;
  onDownload: (id: string, name: string) => Promise<void>;
  onDelete: (id: string) => Promise<void>;
};

const HEADINGS = ["In use", "Target", "Kind", "Held-out SRCC", "MAE", "Rows", "Seed", "Trained"];

/** Stored predictors, newest first, with the figures by which one chooses. */
export function PredictorTable(props: PredictorTableProps) {
  return (
    <div className="relative overflow-x-auto" role="region" aria-label="Stored predictors" tabIndex={0}>
      <table className="w-full border-collapse text-left whitespace-nowrap">
        <thead className="text-muted">
          <tr className="border-b border-line">
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className="py-1 pr-4 font-medium">
                {heading}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.predictors.map((predictor) => (
            <PredictorRow key={predictor.id} predictor={predictor} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PredictorRow({
  predictor,
  selectedId,
  onSelect,
  ...actions
}: PredictorTableProps & { predictor: PredictorSummary }) {
  const { id, name, target, kind, metrics, seed, createdAt } = predictor;
  const selected = id === selectedId;
  const cells = [
    kindLabel(kind),
    metrics.srcc === null ? "unknown" : formatSrcc(metrics.srcc),
    metrics.mae === null ? "unknown" : formatValue(metrics.mae),
    metrics.numTrain + metrics.numTest,
    seed,
    createdAt.slice(0, 16).replace("T", " "),
  ];
  return (
    <tr className={`border-b border-line ${selected ? "bg-accent-soft" : ""}`}>
      <td className="py-1 pr-4">
        <input
          type="radio"
          name="predictor"
          aria-label={`Use ${name}`}
          checked={selected}
          onChange={() => onSelect(id)}
        />
      </td>
      <td className="max-w-56 truncate py-1 pr-4 font-mono" title={target}>
        {target}
      </td>
      {cells.map((cell, index) => (
        <td key={HEADINGS[index + 2]} className="py-1 pr-4">
          {cell}
        </td>
      ))}
      <td className="py-1">
        <RowActions predictor={predictor} {...actions} />
      </td>
    </tr>
  );
}

/** Deleting asks again in place: a predictor may have taken minutes. */
function RowActions({
  predictor: { id, name },
  onDownload,
  onDelete,
}: Pick<PredictorTableProps, "onDownload" | "onDelete"> & { predictor: PredictorSummary }) {
  const [asking, setAsking] = useState(false);
  if (asking)
    return (
      <div className="flex items-center gap-1" role="group" aria-label={`Delete ${name}?`}>
        <Button look="danger" className="px-2 py-0.5" onClick={() => void onDelete(id)}>
          Delete for good
        </Button>
        <Button look="quiet" className="px-2 py-0.5" autoFocus onClick={() => setAsking(false)}>
          Keep
        </Button>
      </div>
    );
  return (
    <div className="flex items-center gap-1">
      <Button
        look="quiet"
        className="px-2 py-0.5"
        aria-label={`Download ${name}`}
        onClick={() => void onDownload(id, name)}
      >
        Download
      </Button>
      <Button
        look="quiet"
        className="px-2 py-0.5"
        aria-label={`Delete ${name}`}
        onClick={() => setAsking(true)}
      >
        Delete
      </Button>
    </div>
  );
}
