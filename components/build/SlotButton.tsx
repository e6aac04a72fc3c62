import type { Node, NodePlace } from "@/lib/core/architecture";
import type { OperationPaint } from "@/lib/figures/operationPalette";

import { dragPlace, droppedNode, droppedPlace, isDragged } from "./dragged";

export type SlotUse = "filled" | "open" | "optional" | "not used";

type SlotButtonProps = {
  /** `unit 1, layer 2` */
  name: string;
  caption: string;
  use: SlotUse;
  paint: OperationPaint | null;
  selected: boolean;
  onSelect: () => void;
  onOpen: () => void;
  /** Optimising leaves it as it is. */
  locked: boolean;
  onLock: () => void;
  place: NodePlace;
  /** Pixels, where its place in a drawing says how wide it is. */
  width?: number;
  onDropNode: (node: Node) => void;
  onDropPlace: (from: NodePlace) => void;
  /** Moves what is in it by so many layers. */
  onStep: (by: 1 | -1) => void;
};

const LOOKS: Record<SlotUse, string> = {
  filled: "border-transparent",
  open: "border-dashed border-line-strong bg-surface text-muted",
  optional: "border-dashed border-line bg-surface text-muted",
  "not used": "border-dotted border-line bg-sunken text-muted",
};

/**
 * One place of the draft. A click selects it; Delete or Backspace opens it again, L locks it, Alt with an arrow moves
 * what is in it. Operations and other places can be dropped on it.
 */
export function SlotButton(props: SlotButtonProps) {
  const { name, caption, use, paint, selected, onSelect, onOpen, locked, onLock, place, width, onStep } =
    props;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const act = actionOf(event, { onOpen, onLock, onStep });
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const onDrop = (event: React.DragEvent) => {
    event.preventDefault();
    const node = droppedNode(event.dataTransfer);
    const from = droppedPlace(event.dataTransfer);
    if (node !== null) props.onDropNode(node);
    else if (from !== null) props.onDropPlace(from);
  };
  return (
    <button
      type="button"
      aria-label={`${name}: ${paint?.label ?? use}${locked ? ", locked" : ""}`}
      aria-keyshortcuts="Delete L Alt+ArrowLeft Alt+ArrowRight"
      aria-pressed={selected}
      title={use === "filled" ? "Delete opens this place, L locks it, Alt and an arrow move it" : undefined}
      draggable={use === "filled"}
      onDragStart={(event) => dragPlace(event.dataTransfer, place)}
      onDragOver={(event) => isDragged(event.dataTransfer) && event.preventDefault()}
      onDrop={onDrop}
      className="grid justify-items-center gap-0.5 rounded text-xs"
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span
        className={`grid h-9 min-w-14 place-items-center overflow-hidden rounded border px-1.5 whitespace-nowrap ${LOOKS[use]} ${
          selected ? "outline-2 outline-offset-1 outline-ink" : ""
        }`}
        style={{ width, ...(paint && { background: paint.fill, color: paint.ink }) }}
      >
        {paint?.label ?? use}
      </span>
      <span className="text-muted">
        {caption}
        {locked && (
          <svg viewBox="0 0 10 12" width={9} height={11} aria-hidden="true" className="ml-1 inline text-ink">
            <path d="M2.5 5V3.5a2.5 2.5 0 0 1 5 0V5" fill="none" stroke="currentColor" strokeWidth={1.4} />
            <rect x={1} y={5} width={8} height={6} rx={1} fill="currentColor" />
          </svg>
        )}
      </span>
    </button>
  );
}

type Actions = Pick<SlotButtonProps, "onOpen" | "onLock" | "onStep">;

function actionOf(event: React.KeyboardEvent, { onOpen, onLock, onStep }: Actions): (() => void) | null {
  if (event.key === "Delete" || event.key === "Backspace") return onOpen;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    if (event.key === "ArrowLeft") return () => onStep(-1);
    return event.key === "ArrowRight" ? () => onStep(1) : null;
  }
  return event.key.toLowerCase() === "l" ? onLock : null;
}
