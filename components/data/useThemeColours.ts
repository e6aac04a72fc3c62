import { useMemo, useSyncExternalStore } from "react";

const ROLES = ["ink", "ink-muted", "line-strong", "accent"] as const;

/** CSS colours of the roles that a canvas draws with; a canvas knows no style sheets. */
export type ThemeColours = Readonly<Record<(typeof ROLES)[number], string>>;

/** Hears when the user or the system switches the theme. */
function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", listener);
  };
}

function readColours(): string {
  const style = getComputedStyle(document.documentElement);
  return ROLES.map((role) => style.getPropertyValue(`--${role}`).trim()).join(" ");
}

export function useThemeColours(): ThemeColours {
  const text = useSyncExternalStore(subscribe, readColours, () => "");
  return useMemo(() => {
    const [ink = "", muted = "", line = "", accent = ""] = text.split(" ");
    return { ink, "ink-muted": muted, "line-strong": line, accent };
  }, [text]);
}
