"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useMemo, useRef, useState } from "react";
import type { Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { intervalBars, type RankedModule, type Ranking } from "@/lib/figures/sequenceRanking";
import { RankingLegend } from "./ColourLegend";
import { FigureTooltip, useTooltip } from "./FigureTooltip";
import { RankingDownloads } from "./leave/RankingDownloads";
import { moduleTooltip } from "./moduleWords";
import { BAR_WIDTH, sequenceColumns } from "./sequenceColumns";
import { SequenceHeader, SequenceRow } from "./SequenceRow";
import { tiesOf } from "./trust/EffectOf";

type SequenceListProps = {
  space: SearchSpace;
  /** All that were scored together: they set the scale, so that a filter does not move the bars. */
  ranking: Ranking;
  shown: readonly RankedModule[];
  paint: (node: Node) => OperationPaint;
  scoreUnit: string;
  selectedKey?: string | null;
  /** Modules that belong to what is selected elsewhere; they are marked at the left. */
  isLinked?: (module: Module) => boolean;
  onPick: (module: Module) => void;
};

const ROW_HEIGHT = 30;
const MAX_HEIGHT = 460;

/** Ranked modules, best first. One tab stop: up and down move, Enter pins; only rows in sight are drawn. */
export function SequenceList(props: SequenceListProps) {
  const { space, ranking, shown, paint, scoreUnit, selectedKey = null, isLinked, onPick } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const tooltip = useTooltip();
  const [active, setActive] = useState(0);
  const bars = useMemo(() => intervalBars(ranking, BAR_WIDTH), [ranking]);
  const ties = tiesOf(ranking.ranked);
  const columns = useMemo(() => sequenceColumns(space, ranking.ranked, paint), [space, ranking, paint]);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    rows.scrollToIndex(next);
  };
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 10,
    PageUp: active - 10,
    Home: 0,
    End: shown.length - 1,
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = steps[event.key];
    const current = shown[active];
    if (step !== undefined) move(step);
    else if ((event.key === "Enter" || event.key === " ") && current) onPick(current.evidence);
    else return;
    event.preventDefault();
  };

  if (shown.length === 0)
    return <p className="rounded bg-sunken p-4 text-muted">No module passes the filter.</p>;
  return (
    <>
      <RankingLegend />
      <RankingDownloads space={space} ranking={ranking} shown={shown} paint={paint} scoreUnit={scoreUnit} />
      <div className="overflow-x-auto">
        <div className="w-max">
          <SequenceHeader bars={bars} mean={ranking.mean} scoreUnit={scoreUnit} columns={columns} />
          <div
            ref={box}
            role="listbox"
            aria-label="Ranked modules"
            tabIndex={0}
            aria-activedescendant={`${id}-${active}`}
            className="overflow-y-auto rounded border border-line"
            style={{ height: `min(${Math.min(MAX_HEIGHT, rows.getTotalSize() + 2)}px, 70vh)` }}
            onKeyDown={onKeyDown}
            onPointerLeave={tooltip.hide}
          >
            <div className="relative" style={{ height: rows.getTotalSize() }}>
              {rows.getVirtualItems().map((item) => {
                const ranked = shown[item.index];
                return (
                  ranked && (
                    <SequenceRow
                      key={ranked.key}
                      id={`${id}-${item.index}`}
                      space={space}
                      ranked={ranked}
                      columns={columns}
                      bars={bars}
                      tie={ties.get(ranked.key) ?? null}
                      paint={paint}
                      y={item.start}
                      height={ROW_HEIGHT}
                      position={{ index: item.index, count: shown.length }}
                      selected={ranked.key === selectedKey}
                      linked={isLinked?.(ranked.evidence) ?? false}
                      active={item.index === active}
                      onShow={(element) =>
                        tooltip.show(element, moduleTooltip(space, ranked, ties.get(ranked.key)))
                      }
                      onPick={() => {
                        setActive(item.index);
                        onPick(ranked.evidence);
                      }}
                    />
                  )
                );
              })}
            </div>
          </div>
        </div>
      </div>
      <FigureTooltip shown={tooltip.shown} />
    </>
  );
}
