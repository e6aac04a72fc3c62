// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { AppShell } from "@/components/ui/AppShell";

const address = { pathname: "/" };
vi.mock("next/navigation", () => ({
  usePathname: () => address.pathname,
  useSearchParams: () => new URLSearchParams(),
}));

afterEach(cleanup);

it.each([
  ["/", "Datasets", "page"],
  ["/import", "Datasets", "true"],
  ["/datasets/d/data", "Data", "page"],
  ["/datasets/d/edit", "Data", "true"],
  ["/datasets/d/join", "Data", "true"],
  ["/datasets/d/build", "Build", "page"],
])("at %s the rail marks %s alone as current", (pathname, label, current) => {
  address.pathname = pathname;
  render(<AppShell initialTheme="light">page</AppShell>);
  const links = within(screen.getByRole("navigation", { name: "Places" })).getAllByRole("link");
  const marked = links.filter((link) => link.hasAttribute("aria-current"));
  expect(marked.map((link) => link.getAttribute("aria-current"))).toEqual([current]);
  expect(marked[0]?.textContent.startsWith(label)).toBe(true);
});
