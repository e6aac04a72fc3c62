"use client";

import { useCallback, useEffect, useState } from "react";

export type TooltipLine = readonly [label: string, value: string];

/** What is shown beside the mark that the pointer or the keyboard is on. */
export type TooltipContent = { readonly title: string; readonly lines: readonly TooltipLine[] };

type Shown = { readonly content: TooltipContent; readonly x: number; readonly y: number };

const WIDTH = 260;
const GAP = 8;
/** Below this distance to the window's lower edge the tooltip moves above its mark. */
const ROOM_BELOW = 190;

/** One tooltip of a figure, placed at the element it speaks of. */
export function useTooltip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const show = useCallback((element: Element, content: TooltipContent) => {
    const box = element.getBoundingClientRect();
    const x = Math.max(GAP, Math.min(box.left, window.innerWidth - WIDTH - GAP));
    const below = window.innerHeight - box.bottom > ROOM_BELOW;
    setShown({ content, x, y: below ? box.bottom + GAP : -(window.innerHeight - box.top + GAP) });
  }, []);
  const hide = useCallback(() => setShown(null), []);
  useEffect(() => {
    // It is placed in the window, and would stay behind when the figure scrolls away.
    window.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => window.removeEventListener("scroll", hide, { capture: true });
  }, [hide]);
  return { shown, show, hide };
}

export function FigureTooltip({ shown }: { shown: Shown | null }) {
  if (shown === null) return null;
  const vertical = shown.y < 0 ? { bottom: -shown.y } : { top: shown.y };
  return (
    <div
      role="tooltip"
      className="pointer-events-none fixed z-40 rounded border border-line-strong bg-surface px-3 py-2 text-xs text-ink shadow-lg"
      style={{ left: shown.x, width: WIDTH, ...vertical }}
    >
      <p className="font-semibold break-words">{shown.content.title}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {shown.content.lines.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
