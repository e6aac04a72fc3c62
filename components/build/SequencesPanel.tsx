"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { Answer } from "@/components/explore/Answer";
import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { useExploration } from "@/components/explore/exploration";
import { IntervalNote } from "@/components/explore/IntervalNote";
import { chosenSize, moduleSizes, rankedUnit, rankedUnits } from "@/components/explore/moduleSizes";
import { SequenceList } from "@/components/explore/SequenceList";
import { TrustStrip } from "@/components/explore/TrustStrip";
import { useRanking } from "@/components/explore/useScores";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { draftHolds, fixedSequenceIssue, moduleEdit } from "@/lib/builder/modules";
import type { Module } from "@/lib/core/module";
import { hasSequences } from "@/lib/figures/candidates";
import { formatCount } from "@/lib/figures/format";
import { useBuild } from "./build";

/** Whole units at a click: the ranked sequences of the selected unit. */
export function SequencesPanel() {
  const exploration = useExploration();
  const { dataset, opened, scoreUnit } = exploration;
  const { space } = dataset;
  const { state, place, selectPlace, paint } = useBuild();
  const unitIndex = rankedUnit(space, place.unitIndex);
  const units = rankedUnits(space);
  const [length, setLength] = useQueryState("length", parseAsInteger.withOptions({ history: "replace" }));
  const sizes = moduleSizes(exploration, unitIndex);
  const size = chosenSize(sizes, length);
  const answer = useRanking(unitIndex, size);
  const sequences = hasSequences(space);
  const noun = sequences ? "sequence" : "rooted subgraph";
  const unitName = units.find((unit) => unit.unitIndex === unitIndex)?.label ?? "this unit";
  const refused = sequences ? fixedSequenceIssue(space, state.draft, unitIndex, size) : null;
  const pick = (module: Module) => {
    const put = moduleEdit(space, state.draft, module, sequences);
    if (put.ok) state.edit(put.edit);
  };
  return (
    <Panel
      title={`Which ${noun}s are best in ${unitName}?`}
      lead={`Click a ${noun} to put it in${sequences ? `; it becomes all of ${unitName}` : ""}.`}
    >
      <TrustStrip metrics={opened.file.metrics} hop={size - 1} scoreUnit={scoreUnit} />
      <div className="mb-3 grid gap-2">
        {units.length > 1 && (
          <ChoiceTabs
            legend="Unit"
            choices={units.map(({ unitIndex: index, label }) => ({ value: index, label }))}
            value={unitIndex}
            onChange={(next) => selectPlace({ unitIndex: next, layerIndex: 0 })}
          />
        )}
        <ChoiceTabs
          legend={sequences ? "Sequence of" : "Reach"}
          choices={sizes.map((value) => ({
            value,
            label: sequences ? formatCount(value, "layer") : formatCount(value - 1, "hop"),
          }))}
          value={size}
          onChange={(next) => void setLength(next)}
        />
      </div>
      {refused && <Note tone="warn">{refused}</Note>}
      <Answer answer={answer} waiting={`Scoring every ${noun} of this size`}>
        {({ ranked, mean, exhaustive }) => (
          <>
            <IntervalNote scores={ranked.map(({ evidence }) => evidence)} />
            <p className="mb-2 text-xs text-muted">
              {formatCount(ranked.length, noun)}
              {exhaustive ? ", all that the space allows" : ", those that architectures of the dataset hold"},
              best first
            </p>
            <SequenceList
              key={`${unitIndex} ${size}`}
              space={space}
              ranking={{ ranked, mean }}
              shown={ranked}
              paint={paint}
              scoreUnit={scoreUnit}
              selectedKey={
                ranked.find(({ evidence }) => draftHolds(space, state.draft, evidence, sequences))?.key ??
                null
              }
              onPick={pick}
            />
          </>
        )}
      </Answer>
    </Panel>
  );
}
