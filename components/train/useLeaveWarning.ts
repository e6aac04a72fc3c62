"use client";

import { useEffect } from "react";

const QUESTION = "A predictor is being trained. Leave, and lose it?";

/** Asks before a training is lost: on reload and close, and on links to other pages. */
export function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const leaves = link && !link.hasAttribute("download") && link.getAttribute("target") !== "_blank";
      if (!leaves || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", beforeUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [active]);
}
