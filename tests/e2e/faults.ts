import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * Accessibility faults that axe finds on what is shown, in either theme.
 * @param name what is shown, for the report
 */
export async function faults(page: Page, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => [name, colorScheme, id, nodes[0]?.html]));
  }
  return found;
}
