import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { LabelPlace } from "@/lib/figures/map/labelPlaces";
import type { TooltipContent } from "../FigureTooltip";

type MapPointProps = {
  content: TooltipContent;
  paint: OperationPaint;
  at: { readonly x: number; readonly y: number };
  label: LabelPlace;
  selected: boolean;
  /** Whether it belongs to what is selected elsewhere. */
  linked: boolean;
  onShow: (element: Element) => void;
  onHide: () => void;
  onPick: () => void;
};

/** One operation of the map; its name stands beside it, what is nearest in its tooltip and its spoken name. */
export function MapPoint({
  content,
  paint,
  at,
  label,
  selected,
  linked,
  onShow,
  onHide,
  onPick,
}: MapPointProps) {
  const said = content.lines.map((line) => line.join(" ")).join("; ");
  return (
    <g
      role="button"
      aria-pressed={selected}
      aria-label={`${content.title}: ${said}`}
      tabIndex={0}
      transform={`translate(${at.x},${at.y})`}
      className="group cursor-pointer outline-none"
      onPointerEnter={(event) => onShow(event.currentTarget)}
      onFocus={(event) => onShow(event.currentTarget)}
      onBlur={onHide}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === "Escape") onHide();
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPick();
      }}
    >
      <circle
        r={10}
        fill="none"
        strokeWidth={2.5}
        className={
          selected
            ? "stroke-ink"
            : linked
              ? "stroke-accent"
              : "stroke-transparent group-hover:stroke-line-strong group-focus-visible:stroke-accent"
        }
      />
      <circle r={6.5} fill={paint.fill} className="stroke-line-strong" />
      <text
        x={label.dx}
        y={label.dy}
        textAnchor={label.anchor}
        fontSize={12}
        className="stroke-surface"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {content.title}
      </text>
    </g>
  );
}
