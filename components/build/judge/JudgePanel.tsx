"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { ConstraintsInput } from "@/components/search/ConstraintsInput";
import { measuredFront, measuredValues } from "@/components/search/measuredValues";
import { ParetoFigure } from "@/components/search/ParetoFigure";
import { SoughtList } from "@/components/search/SoughtPanel";
import { goalOfUse } from "@/components/search/useSought";
import { Panel } from "@/components/ui/Panel";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "../build";
import { NearestNote } from "./NearestNote";

/** The draft by every target at once: predictions, constraints, and where it lies among what was measured. */
export function JudgePanel() {
  const { sought, constraints, broken } = useBuild();
  return (
    <Panel
      title="How does it stand by every target?"
      lead="Ask several predictors at once; constraints are shared with Search."
    >
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <SoughtList sought={sought} />
          <Predictions />
          <NearestNote />
        </div>
        <div className="grid gap-2">
          <ConstraintsInput
            text={constraints.text}
            faults={constraints.faults}
            names={constraints.names}
            onChange={constraints.setText}
          />
          <ul aria-live="polite" aria-label="Broken constraints" className="text-bad">
            {broken.map((text) => (
              <li key={text}>Broken: {text}</li>
            ))}
          </ul>
          {constraints.constraints.length > 0 && broken.length === 0 && constraints.faults.length === 0 && (
            <p className="text-good">No constraint is broken.</p>
          )}
        </div>
      </div>
      {sought.used.length > 1 && <Place />}
    </Panel>
  );
}

function Predictions() {
  const { sought, many, completion, architecture } = useBuild();
  return (
    <div role="region" aria-label="Predictions by target" tabIndex={0} className="relative overflow-x-auto">
      <table className="text-left whitespace-nowrap tabular-nums">
        <caption className="text-left text-muted">
          Predicted of {architecture === null ? "the draft filled with the best" : "the draft"}, with 90 %
          intervals
        </caption>
        <tbody>
          {sought.used.map(({ id, target }) => {
            const interval = many.of(id, completion);
            return (
              <tr key={id}>
                <th scope="row" className="pr-6 font-normal">
                  {target}
                </th>
                <td className="pr-4 font-medium">{interval ? formatValue(interval.value) : "predicting"}</td>
                <td className="text-muted">
                  {interval && `${formatValue(interval.low)} to ${formatValue(interval.high)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {many.failure !== null && <p className="text-bad">{many.failure}</p>}
    </div>
  );
}

/** The draft as a point over the measured architectures and their front. */
function Place() {
  const { dataset, architectures } = useExploration();
  const { sought, many, completion } = useBuild();
  const { used } = sought;
  const measured = useMemo(
    () => measuredValues(dataset.metrics, architectures, used),
    [dataset.metrics, architectures, used],
  );
  const front = useMemo(() => measuredFront(measured, used), [measured, used]);
  const predicted = used.flatMap(({ id }) => many.of(id, completion) ?? []);
  const complete = completion !== null && predicted.length === used.length;
  const groups = [
    { name: "this draft", found: complete ? [{ architecture: completion, predicted, violation: 0 }] : [] },
  ];
  return (
    <div className="mt-4">
      <ParetoFigure
        title="Where does it lie among the measured ones?"
        lead={`Grey: measured, with the line of the best trade-offs. Coloured: what is predicted of the draft. ${
          complete ? dominanceText(used, measured, predicted) : ""
        }`}
        groups={groups}
        used={used}
        measured={measured}
        front={front}
        marked={null}
        onMark={() => undefined}
      />
    </div>
  );
}

/** How many measured rows are better in everything that is sought. */
function dominanceText(
  used: ReturnType<typeof useBuild>["sought"]["used"],
  measured: readonly Float64Array[],
  predicted: readonly { value: number }[],
): string {
  const sought = used.flatMap(({ use }, index) => (goalOfUse(use) === null ? [] : [{ use, index }]));
  const numRows = measured[0]?.length ?? 0;
  const gain = (use: string, value: number) => (use === "min" ? -value : value);
  let better = 0;
  for (let row = 0; row < numRows; row++) {
    const isBetter = sought.every(
      ({ use, index }) =>
        gain(use, measured[index]?.[row] ?? NaN) > gain(use, predicted[index]?.value ?? NaN),
    );
    if (isBetter) better++;
  }
  return better === 0
    ? "No measured architecture is better in every goal: it is predicted to be on the front."
    : `${better.toLocaleString("en")} measured ${better === 1 ? "architecture is" : "architectures are"} better in every goal.`;
}
