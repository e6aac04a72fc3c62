"use client";

import { useState } from "react";
import { applyTheme, parseTheme, THEMES, type Theme } from "./theme";

export function ThemeSwitch({ initialTheme }: { initialTheme: Theme }) {
  const [theme, setTheme] = useState(initialTheme);
  return (
    <label className="flex items-center gap-2 text-muted">
      <span>Theme</span>
      <select
        className="rounded border border-line bg-surface px-1 py-0.5 text-ink"
        value={theme}
        onChange={(event) => {
          const next = parseTheme(event.target.value);
          setTheme(next);
          applyTheme(next);
        }}
      >
        {THEMES.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}
