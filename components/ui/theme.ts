export const THEME_COOKIE = "archwright-theme";

export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** The theme a cookie names; anything else follows the system. */
export const parseTheme = (text: string | undefined): Theme =>
  THEMES.find((theme) => theme === text) ?? "system";

const ONE_YEAR_S = 31_536_000;

/** Shows the theme at once and keeps it for the next visit. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
}
