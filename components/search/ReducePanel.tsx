"use client";

import { useRef, useState } from "react";
import { downloadText } from "@/components/build/downloadText";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { readReducedSpace, writeReducedSpace } from "@/lib/core/search/reducedFile";
import { numAssembled, type Slot } from "@/lib/core/search/slots";
import { spaceSize } from "@/lib/core/search/spaceSize";
import { formatBig, shareText } from "@/lib/figures/bigCount";
import { KeptSlider } from "./KeptSlider";
import type { Kept } from "./useKept";
import { MOST_KEPT } from "./useSlotScores";
import { goalOfUse, type PredictorUse } from "./useSought";

export type LoadedSpace = { readonly fileName: string; readonly slots: readonly Slot[] };

type ReducePanelProps = {
  ranked: readonly Slot[];
  all: readonly Slot[];
  observedOnly: readonly string[];
  kept: Kept;
  reduced: readonly Slot[];
  used: readonly PredictorUse[];
  loaded: LoadedSpace | null;
  onLoad: (loaded: LoadedSpace | null) => void;
};

/** How many of the best modules each unit keeps, and how many architectures that leaves. */
export function ReducePanel({
  ranked,
  all,
  observedOnly,
  kept,
  reduced,
  used,
  loaded,
  onLoad,
}: ReducePanelProps) {
  const { space } = useExploration().dataset;
  const size = numAssembled(reduced);
  const whole = spaceSize(space) ?? numAssembled(all);
  return (
    <Panel
      title="Which modules are kept?"
      lead="The best modules of each unit by their scores; every way to put them together is an architecture of the reduced space."
      actions={<FileButtons reduced={reduced} used={used} whole={whole} onLoad={onLoad} />}
    >
      <p aria-live="polite" className="mb-3">
        <strong className="text-2xl font-semibold tabular-nums">{formatBig(size)}</strong>{" "}
        {size === 1n ? "architecture" : "architectures"}, {shareText(size, whole)} of the whole space, which
        has {formatBig(whole)}.
      </p>
      {observedOnly.length > 0 && (
        <p className="mb-3 text-muted">
          {observedOnly.join(", ")}: the space allows too many sequences to score them all, so only those that
          measured architectures hold are compared.
        </p>
      )}
      {loaded !== null ? (
        <Note title={`From ${loaded.fileName}`}>
          The modules of the file are used as they are.{" "}
          <Button look="quiet" className="text-xs" onClick={() => onLoad(null)}>
            Back to the sliders
          </Button>
        </Note>
      ) : (
        <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
          {ranked.length > 1 && (
            <KeptSlider
              name="all of them"
              most={Math.max(1, Math.min(MOST_KEPT, ...ranked.map(({ modules }) => modules.length)))}
              count={kept.counts.every((count) => count === kept.counts[0]) ? (kept.counts[0] ?? null) : null}
              onChange={kept.keepEverywhere}
            />
          )}
          {ranked.map((slot, index) => (
            <KeptSlider
              key={slot.name}
              name={slot.name}
              most={slot.modules.length}
              of={all[index]?.modules.length}
              count={kept.counts[index] ?? 1}
              onChange={(count) => kept.keep(index, count)}
            />
          ))}
        </div>
      )}
    </Panel>
  );
}

type FileButtonsProps = {
  reduced: readonly Slot[];
  used: readonly PredictorUse[];
  whole: bigint;
  onLoad: (loaded: LoadedSpace) => void;
};

function FileButtons({ reduced, used, whole, onLoad }: FileButtonsProps) {
  const { dataset, opened } = useExploration();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const save = () =>
    downloadText({
      name: "reduced-space.json",
      mediaType: "application/json",
      text: writeReducedSpace(dataset.space, reduced, {
        dataset: dataset.name,
        datasetHash: dataset.hash,
        predictors: used.map(({ name }) => ({ name, seed: opened.file.seed })),
        sought: used.map(({ target, use }) => ({ name: target, goal: goalOfUse(use) })),
        wholeSize: whole,
      }),
    });
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = readReducedSpace(await file.text(), dataset.space);
    setFault(read.ok ? null : read.message);
    if (read.ok) onLoad({ fileName: file.name, slots: read.slots });
  };
  return (
    <>
      {fault !== null && (
        <p role="alert" className="basis-full text-bad">
          {fault}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Reduced space file"
        onChange={(event) => {
          void load(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()}>Open a reduced space</Button>
      <Button onClick={save}>Export this space</Button>
    </>
  );
}
