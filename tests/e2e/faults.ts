import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What a theme changes is colours; all else is the same tree, and is looked at once. */
const RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Accessibility faults that axe finds on what is shown: all of them in the light theme, and in the dark one those that
 * colours can bring about.
 * @param name what is shown, for the report
 */
export async function faults(page: Page, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === "light" ? axe : axe.withRules(RULES_OF_COLOURS)).analyze();
    found.push(...violations.map(({ id, nodes }) => [name, colorScheme, id, nodes[0]?.html]));
  }
  return found;
}
