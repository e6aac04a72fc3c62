"use client";

import { useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { RadioChoices, type RadioOption } from "@/components/ui/RadioChoices";
import { architectureKey } from "@/lib/core/architecture";
import type { ProposalRule } from "@/lib/core/search/proposals";
import { formatCount } from "@/lib/figures/format";
import type { Chosen } from "../plans";
import type { SearchRun } from "../useSearch";
import { goalOfUse, type PredictorUse } from "../useSought";
import { AddMeasured } from "./AddMeasured";
import { CameOutPanel } from "./CameOutPanel";
import { ProposalTable } from "./ProposalTable";
import { useKeptLists } from "./useKeptLists";
import { useProposals, type Proposals } from "./useProposals";

const RULES: readonly RadioOption<ProposalRule>[] = [
  {
    value: "upper-bound",
    name: "May be the best",
    meaning: "best half-way between its prediction and the upper end of its interval",
  },
  {
    value: "improvement",
    name: "Should improve most",
    meaning: "adds most, on average, to the best or to the Pareto front of what was measured",
  },
  {
    value: "ranking",
    name: "Teaches most",
    meaning: "holds modules whose place in the ranking is least sure",
  },
];

const MOST_AT_ONCE = 100;

type MeasureNextProps = {
  used: readonly PredictorUse[];
  runs: readonly SearchRun[];
  chosen: Chosen;
};

/** Proposes what to measure, hands it out as a list, and shows what came out of earlier ones. */
export function MeasureNext({ used, runs, chosen }: MeasureNextProps) {
  const { dataset } = useExploration();
  const [rule, setRule] = useState<ProposalRule>("upper-bound");
  const [count, setCount] = useState(10);
  const { lists, keep, forget } = useKeptLists(dataset.id);
  const { state, propose, cancel } = useProposals(used, runs, chosen);
  const seed = Math.max(0, ...lists.map((list) => list.seed)) + 1;
  const hasGoal = used.some(({ use }) => goalOfUse(use) !== null);

  const remember = ({ rule: by, seed: ofList, used: asked, chosen }: Proposals) => {
    if (chosen.length === 0) return;
    keep({
      seed: ofList,
      rule: by,
      targets: asked.map(({ target }) => target),
      predictorIds: asked.map(({ id }) => id),
      goals: asked.map(({ use }) => goalOfUse(use)),
      runs: chosen.map(({ architecture, predicted }) => ({ key: architectureKey(architecture), predicted })),
      retrained: [],
    });
  };

  return (
    <>
      <Panel
        title="What should be measured next?"
        lead="A few architectures that nobody has measured, chosen out of what the search found and of random ones. Measure them, fill in the list and add it: it joins the dataset, and the predictor is trained again."
      >
        <div className="grid gap-3">
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">Choose what</legend>
            <RadioChoices options={RULES} value={rule} onChange={setRule} />
          </fieldset>
          <div className="flex flex-wrap items-center gap-3">
            <label className="flex items-center gap-2">
              How many
              <input
                type="number"
                min={1}
                max={MOST_AT_ONCE}
                value={count}
                className="w-20 rounded border border-line bg-surface px-1 py-0.5"
                onChange={(event) =>
                  setCount(Math.min(MOST_AT_ONCE, Math.max(1, Math.round(Number(event.target.value)) || 1)))
                }
              />
            </label>
            {state.status === "running" ? (
              <Button onClick={cancel}>Cancel</Button>
            ) : (
              <Button disabled={!hasGoal} onClick={() => propose({ rule, count, seed }, remember)}>
                Propose
              </Button>
            )}
            {!hasGoal && <span className="text-muted">Choose a predictor to raise or to lower first.</span>}
          </div>
          {state.status === "running" && (
            <ProgressBar label="Predicting candidates" fraction={state.fraction} />
          )}
          {state.status === "failed" && (
            <Note tone="bad" title="Nothing could be proposed">
              {state.message}
            </Note>
          )}
          {state.status === "done" && state.proposals.chosen.length === 0 && (
            <Note tone="warn" title="Nothing to propose">
              Everything that was drawn is measured already or breaks a constraint. Loosen the constraints or
              search the whole space first.
            </Note>
          )}
          {state.status === "done" && state.proposals.chosen.length > 0 && (
            <>
              <p className="text-muted" role="status">
                {formatCount(state.proposals.chosen.length, "architecture")} of{" "}
                {formatCount(state.proposals.numCandidates, "unmeasured candidate")}.
              </p>
              <ProposalTable proposals={state.proposals} />
            </>
          )}
          {lists.length > 0 && <AddMeasured />}
        </div>
      </Panel>
      <CameOutPanel lists={lists} onForget={forget} />
    </>
  );
}
