"use client";

import { useState } from "react";
import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { indexOfPlace } from "@/lib/builder/graph/shape";
import { isLocked } from "@/lib/builder/locks";
import { layerName, type UnitSpace } from "@/lib/core/searchSpace";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "./build";
import { dragNode } from "./dragged";
import { changeText, EffectLines } from "./EffectLines";
import { LIKENESS_WORDS, SwapNearest } from "./SwapNearest";
import { useAlternatives, type Alternative } from "./useAlternatives";

const SHOWN_FIRST = 6;

/** Under the slots: what else could stand in the selected one, and what that would change. */
export function Alternatives() {
  const { dataset, opened } = useExploration();
  const { state, place, locks, graph } = useBuild();
  const { alternatives, nearest, likenessBy, refused, pending, failure } = useAlternatives();
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<Order>("best");
  const unit = dataset.space.units[place.unitIndex];
  if (unit === undefined) return null;
  const name =
    graph.rules === null
      ? placeName(unit, place.layerIndex)
      : `node ${indexOfPlace(state.draft.units, place) + 1}`;
  const filled = Boolean(state.draft.units[place.unitIndex]?.[place.layerIndex]);
  const ordered = filled && order === "alike" ? alternatives.toSorted(byLikeness) : alternatives;
  const shown = all ? ordered : ordered.slice(0, SHOWN_FIRST);
  return (
    <section aria-label={`Alternatives for ${name}`} className="mt-3 border-t border-line pt-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="font-semibold">Best for {name}</h3>
        <p className="text-xs text-muted">
          Predicted {opened.file.target} of the whole architecture with its 90 % interval, and the change;
          what is open counts as filled with the best.
          {likenessBy !== null && ` ${LIKENESS_WORDS[likenessBy]}`}
        </p>
        {filled && (
          <ChoiceTabs
            legend="Order"
            choices={[
              { value: "best", label: "best first" },
              { value: "alike", label: "most alike first" },
            ]}
            value={order}
            onChange={setOrder}
          />
        )}
        {nearest !== null && likenessBy !== null && <SwapNearest nearest={nearest} by={likenessBy} />}
        {filled && (
          <Button
            look="quiet"
            className="text-xs"
            onClick={() => state.edit({ type: "clearNode", ...place })}
          >
            Open this place
          </Button>
        )}
        {filled && (
          <Button
            look="quiet"
            className="text-xs"
            aria-pressed={isLocked(locks.locks, place)}
            onClick={() => locks.toggle(place)}
          >
            {isLocked(locks.locks, place) ? "Unlock this place" : "Lock this place"}
          </Button>
        )}
      </div>
      {failure !== null && <p className="text-bad">{failure}</p>}
      {alternatives.length === 0 && pending && (
        <ProgressBar label={`Predicting alternatives for ${name}`} fraction={null} />
      )}
      <ol className={`flex flex-wrap gap-2 ${pending ? "opacity-60" : ""}`}>
        {shown.map((alternative) => (
          <li key={alternative.key}>
            <AlternativeButton name={name} alternative={alternative} />
          </li>
        ))}
      </ol>
      {alternatives.length > SHOWN_FIRST && (
        <Button look="quiet" className="mt-1 text-xs" onClick={() => setAll(!all)}>
          {all ? `Only the best ${SHOWN_FIRST}` : `All ${alternatives.length}`}
        </Button>
      )}
      {refused.length > 0 && (
        <p className="mt-2 text-xs text-muted">
          Not here: {refused.map(({ label, reason }) => `${label} (${reason})`).join("; ")}.
        </p>
      )}
    </section>
  );
}

type Order = "best" | "alike";

/** What is in the place first, then from the most to the least like it. */
const byLikeness = (a: Alternative, b: Alternative): number => (a.unlike ?? 0) - (b.unlike ?? 0);

const placeName = (unit: UnitSpace, layerIndex: number): string =>
  `${unit.name}, ${layerName(unit, layerIndex)}`;

function AlternativeButton({ name, alternative }: { name: string; alternative: Alternative }) {
  const { state, paint } = useBuild();
  const { node, effect, inPlace, edit } = alternative;
  const { fill, ink, label } = paint(node);
  return (
    <button
      type="button"
      aria-label={`Put ${label} into ${name}: predicted ${formatValue(effect.predicted.value)}, ${changeText(effect, inPlace)}`}
      aria-pressed={inPlace}
      className="flex items-stretch overflow-hidden rounded border border-line bg-surface text-left text-xs hover:bg-sunken aria-pressed:border-ink"
      draggable
      onDragStart={(event) => dragNode(event.dataTransfer, node)}
      onClick={() => state.edit(edit)}
    >
      <span className="grid min-w-12 place-items-center px-2" style={{ background: fill, color: ink }}>
        {label}
      </span>
      <span className="px-2 py-1">
        <EffectLines effect={effect} inPlace={inPlace} />
      </span>
    </button>
  );
}
