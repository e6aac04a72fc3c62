"use client";

import { useId } from "react";
import { Answer } from "@/components/explore/Answer";
import { useExploration } from "@/components/explore/exploration";
import { moduleLabel, modulePlace } from "@/components/explore/moduleWords";
import { useWorkspace } from "@/components/workspace/workspace";
import type { PredictorSummary } from "@/lib/api/contracts";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import { goalOf } from "../useSought";
import type { ModuleMoves } from "./changes";
import type { KeptList, Retrained } from "./keptLists";
import { useChanges, type Changes } from "./useChanges";

const MOST_MOVES = 8;

type WhatChangedProps = { list: KeptList; targetIndex: number; retrained: Retrained };

/** The predictor of a list beside the one that learned from what came out of it. */
export function WhatChanged({ list, targetIndex, retrained }: WhatChangedProps) {
  const { dataset } = useExploration();
  const { predictors } = useWorkspace();
  const known = predictors.status === "ready" ? predictors.value : [];
  const before = known.find(({ id }) => id === retrained.from);
  const after = known.find(({ id }) => id === retrained.to);
  const target = list.targets[targetIndex] ?? "";
  if (predictors.status !== "ready") return null;
  if (!before || !after)
    return (
      <p className="text-muted">
        Training {target} again changed something, but one of the two predictors was deleted since.
      </p>
    );
  const goal = list.goals[targetIndex] ?? goalOf(target, dataset.metrics);
  return (
    <section
      aria-label={`What changed for ${target}`}
      className="grid min-w-0 gap-3 border-t border-line pt-3"
    >
      <h4 className="font-medium">
        What changed by training {target} again with {formatCount(retrained.numMeasured, "new measurement")}?
      </h4>
      <HeldOut before={before} after={after} />
      <Asked asked={{ from: before.id, to: after.id, target, goal, firstKey: list.runs[0]?.key ?? "" }} />
    </section>
  );
}

function HeldOut({ before, after }: { before: PredictorSummary; after: PredictorSummary }) {
  const rows = [before.metrics.numTest, after.metrics.numTest].map(formatInteger);
  return (
    <p>
      Held-out SRCC: <strong>{formatSrcc(before.metrics.srcc)}</strong> before,{" "}
      <strong>{formatSrcc(after.metrics.srcc)}</strong> now.{" "}
      <span className="text-muted">
        Over {rows[0]} and {rows[1]} held-out rows, drawn from the rows that there were: a small difference
        may be that of the draw.
      </span>
    </p>
  );
}

function Asked({ asked }: { asked: Parameters<typeof useChanges>[0] }) {
  const answer = useChanges(asked);
  return (
    <Answer answer={answer} waiting="Asking the old predictor and the new one">
      {(changes) => (
        <>
          <FirstChoice firstChoice={changes.firstChoice} />
          <Moves modules={changes.modules} />
        </>
      )}
    </Answer>
  );
}

function FirstChoice({ firstChoice }: Pick<Changes, "firstChoice">) {
  if (firstChoice === null)
    return (
      <p className="text-muted">The first choice of the list was not measured, so it has no place yet.</p>
    );
  const { id, before, after, measured, numRanked } = firstChoice;
  return (
    <p>
      First choice of the list, {id}: predicted in place <strong>{formatValue(before)}</strong> before, now in
      place <strong>{formatValue(after)}</strong>; measured in place {formatValue(measured)} of{" "}
      {formatInteger(numRanked)}.
    </p>
  );
}

function Moves({ modules: { moves, agreement } }: { modules: ModuleMoves }) {
  const { space } = useExploration().dataset;
  const id = useId();
  if (moves.length === 0) return <p>No module changed its rank.</p>;
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="min-w-0 overflow-x-auto">
      <p id={id}>
        Modules whose rank in their unit moved most
        {Number.isFinite(agreement) && (
          <span className="text-muted">
            ; both rankings agree with SRCC {formatSrcc(agreement)} within units
          </span>
        )}
      </p>
      <table className="text-left whitespace-nowrap tabular-nums">
        <thead className="text-muted">
          <tr className="border-b border-line">
            {["Module", "Place", "Rank before", "Rank now", "Of"].map((heading) => (
              <th key={heading} scope="col" className="pr-6 font-normal">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moves.slice(0, MOST_MOVES).map(({ module, ranks, numModules }) => (
            <tr
              key={`${module.unitIndex} ${module.layers.join()} ${module.nodes.join()}`}
              className="border-b border-line"
            >
              <th scope="row" className="py-0.5 pr-6 font-normal">
                {moduleLabel(space, module)}
              </th>
              <td className="pr-6">{modulePlace(space, module)}</td>
              <td className="pr-6">{formatValue(ranks[0])}</td>
              <td className="pr-6 font-medium">{formatValue(ranks[1])}</td>
              <td className="pr-6">{formatInteger(numModules)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
