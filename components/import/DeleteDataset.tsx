"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { deleteDataset } from "@/lib/api/client";

type DeleteState =
  { readonly step: "idle" | "asking" | "deleting" } | { readonly step: "failed"; readonly message: string };

type DeleteDatasetProps = { id: string; name: string; numPredictors: number };

/** Deletes after a question that says what goes with it; the harmless answer has the focus. */
export function DeleteDataset({ id, name, numPredictors }: DeleteDatasetProps) {
  const router = useRouter();
  const [state, setState] = useState<DeleteState>({ step: "idle" });

  const remove = async () => {
    setState({ step: "deleting" });
    try {
      await deleteDataset(id);
      router.refresh();
    } catch (error) {
      setState({ step: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };

  if (state.step === "idle")
    return (
      <Button look="quiet" aria-label={`Delete ${name}`} onClick={() => setState({ step: "asking" })}>
        Delete
      </Button>
    );
  if (state.step === "failed")
    return (
      <p role="alert" className="text-bad">
        Not deleted: {state.message}{" "}
        <Button look="quiet" onClick={() => setState({ step: "idle" })}>
          Close
        </Button>
      </p>
    );
  const predictors = numPredictors === 1 ? " and its predictor" : ` and its ${numPredictors} predictors`;
  return (
    <div role="group" aria-label={`Delete ${name}`} className="flex flex-wrap items-center gap-2">
      <span>Delete it{numPredictors > 0 && predictors} for good?</span>
      <Button look="danger" disabled={state.step === "deleting"} onClick={() => void remove()}>
        {state.step === "deleting" ? "Deleting" : "Yes, delete"}
      </Button>
      <Button autoFocus disabled={state.step === "deleting"} onClick={() => setState({ step: "idle" })}>
        Keep
      </Button>
    </div>
  );
}
