import { useState, type PointerEvent } from "react";

type Place = { readonly x: number; readonly y: number };
export type Drag = { readonly from: Place; readonly to: Place };

/** Below this many pixels a press is a click, not a drag. */
const CLICK_REACH = 4;

const placeOf = (event: PointerEvent<Element>): Place => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

type DragOptions = {
  readonly onClick: (place: Place) => void;
  /** After the gesture; figures show it while it lasts. */
  readonly onDrag: (drag: Drag) => void;
  readonly onHover?: (place: Place | null) => void;
};

/** Presses on a figure, in its own pixels: either a click or a dragged stretch. */
export function useDrag({ onClick, onDrag, onHover }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const isClick = ({ from, to }: Drag) => Math.hypot(to.x - from.x, to.y - from.y) < CLICK_REACH;
  const handlers = {
    onPointerDown: (event: PointerEvent<Element>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: placeOf(event), to: placeOf(event) });
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      const to = placeOf(event);
      if (drag === null) onHover?.(to);
      else setDrag({ from: drag.from, to });
    },
    onPointerUp: (event: PointerEvent<Element>) => {
      if (drag === null) return;
      const done = { from: drag.from, to: placeOf(event) };
      setDrag(null);
      if (isClick(done)) onClick(done.to);
      else onDrag(done);
    },
    onPointerCancel: () => setDrag(null),
    onPointerLeave: () => onHover?.(null),
  };
  return { drag: drag !== null && !isClick(drag) ? drag : null, handlers };
}
