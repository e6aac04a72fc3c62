import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { Node } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { formatEffect } from "@/lib/figures/evidence";
import { formatInteger, formatValue } from "@/lib/figures/format";
import { hatchPath } from "@/lib/figures/hatch";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { asStrip, type intervalBars, type RankedModule } from "@/lib/figures/sequenceRanking";
import type { RankTie } from "@/lib/figures/trust/rankTies";
import { moduleLabel, moduleLayers } from "./moduleWords";
import { BAR_WIDTH, type SequenceColumns } from "./sequenceColumns";

type Bars = ReturnType<typeof intervalBars>;

const COLUMNS_CLASS = "grid gap-x-3 px-2";

type HeaderProps = { bars: Bars; mean: number; scoreUnit: string; columns: SequenceColumns };

export function SequenceHeader({ bars, mean, scoreUnit, columns }: HeaderProps) {
  return (
    <div className={`${COLUMNS_CLASS} items-end pb-1 text-xs text-muted`} style={columns.style}>
      <span className="text-right">rank</span>
      <span>module{columns.hasLayers && ", the root last"}</span>
      {columns.hasLayers && <span>layers</span>}
      <span className="text-right">score</span>
      <BarAxis bars={bars} mean={mean} scoreUnit={scoreUnit} />
      <span className="text-right">held by</span>
    </div>
  );
}

/** Ends of the shared scale and the mean, above the bars they belong to. */
function BarAxis({ bars, mean, scoreUnit }: Omit<HeaderProps, "columns">) {
  const [low, high] = bars.domain;
  return (
    <svg
      width={BAR_WIDTH}
      height={44}
      role="img"
      aria-label={`Score and 90 % interval in ${scoreUnit}, from ${formatValue(low)} to ${formatValue(high)}, mean ${formatValue(mean)}`}
      fontSize={11}
    >
      <text x={0} y={10}>
        score, 90 % interval
      </text>
      <text x={0} y={40}>
        {formatValue(low)}
      </text>
      <text x={BAR_WIDTH} y={40} textAnchor="end">
        {formatValue(high)}
      </text>
      <text x={bars.meanX} y={26} textAnchor="middle">
        mean {formatValue(mean)}
      </text>
      <line x1={bars.meanX} x2={bars.meanX} y1={30} y2={44} className="stroke-line-strong" />
    </svg>
  );
}

type RowProps = {
  id: string;
  space: SearchSpace;
  ranked: RankedModule;
  columns: SequenceColumns;
  bars: Bars;
  /** What the intervals say of its rank; null where there are none. */
  tie: RankTie | null;
  paint: (node: Node) => OperationPaint;
  y: number;
  height: number;
  position: { index: number; count: number };
  selected: boolean;
  /** Whether it belongs to what is selected elsewhere. */
  linked: boolean;
  active: boolean;
  onShow: (element: Element) => void;
  onPick: () => void;
};

export function SequenceRow({
  space,
  ranked,
  columns,
  bars,
  tie,
  paint,
  selected,
  linked,
  active,
  ...row
}: RowProps) {
  const { evidence } = ranked;
  const label = `${moduleLabel(space, evidence)}: score ${formatValue(evidence.score)}, ${formatEffect(ranked.effect)} against the mean${tie?.tiedWithPrevious ? ", tied with the one above" : ""}${linked ? ", marked" : ""}`;
  return (
    <div
      id={row.id}
      role="option"
      aria-label={label}
      aria-selected={selected}
      aria-posinset={row.position.index + 1}
      aria-setsize={row.position.count}
      className={`absolute inset-x-0 cursor-pointer items-center ${COLUMNS_CLASS} hover:bg-sunken ${
        selected ? "bg-accent-soft" : active ? "bg-sunken" : ""
      } ${linked ? "shadow-[inset_4px_0_0_var(--accent)]" : ""}`}
      style={{ top: row.y, height: row.height, ...columns.style }}
      onClick={row.onPick}
      onPointerEnter={(event) => row.onShow(event.currentTarget)}
    >
      <span className="text-right text-muted">
        {tie?.tiedWithPrevious && <span aria-hidden="true">= </span>}
        {formatInteger(ranked.rank)}
      </span>
      <ArchitectureStrip
        architecture={asStrip(evidence)}
        paint={paint}
        cellWidth={columns.cellWidth}
        cellHeight={20}
      />
      {columns.hasLayers && <span className="text-xs">{moduleLayers(space, evidence)}</span>}
      <span className="text-right">{formatValue(evidence.score)}</span>
      <IntervalBar ranked={ranked} bars={bars} />
      <span className={`text-right ${ranked.unseen ? "text-muted" : ""}`}>
        {ranked.unseen ? "none" : formatInteger(evidence.support)}
      </span>
    </div>
  );
}

/** Score as a dot, interval as a bar, the mean of all as a line; hatched where the interval crosses the mean. */
function IntervalBar({ ranked, bars }: { ranked: RankedModule; bars: Bars }) {
  const { x, x0, x1 } = bars.bar(ranked.evidence);
  if (!Number.isFinite(x)) return <span className="text-muted">not a number</span>;
  const colour = ranked.effect < 0 ? "#7fb1de" : "#f2a65a";
  return (
    <svg width={BAR_WIDTH} height={18} aria-hidden="true">
      <line x1={bars.meanX} x2={bars.meanX} y2={18} className="stroke-line-strong" />
      {x1 > x0 && <rect x={x0} y={5} width={x1 - x0} height={8} rx={2} fill={colour} />}
      {x1 > x0 && ranked.uncertain && (
        <path d={hatchPath(x0, 5, x1 - x0, 8)} className="stroke-surface" strokeWidth={1.2} />
      )}
      <circle cx={x} cy={9} r={3.5} className={ranked.unseen ? "fill-surface stroke-ink" : "fill-ink"} />
    </svg>
  );
}
