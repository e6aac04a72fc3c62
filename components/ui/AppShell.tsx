"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./ThemeSwitch";

type Place = { path: string; label: string; hint: string; within: readonly string[] };

/** `page` where the address is the place itself, `true` where it is a page within it, as aria-current has it. */
type Current = "page" | "true" | undefined;

/** The places of a dataset, in the order of the work. */
const PLACES = [
  // Editing a dataset and joining a file to it are reached from its data, and go back there.
  { path: "data", label: "Data", hint: "what was measured", within: ["edit", "join"] },
  { path: "train", label: "Train", hint: "fit a predictor", within: [] },
  { path: "explore", label: "Explore", hint: "what matters", within: [] },
  { path: "build", label: "Build", hint: "click together", within: [] },
  { path: "search", label: "Search", hint: "find the best", within: [] },
] as const satisfies readonly Place[];

/** The dataset in the address, or null outside of one. */
const datasetIdOf = (pathname: string): string | null => /^\/datasets\/([^/]+)/.exec(pathname)?.[1] ?? null;

const currentOf = (pathname: string, datasetId: string, { path, within }: Place): Current => {
  const page = pathname.slice(`/datasets/${datasetId}/`.length);
  if (page === path) return "page";
  return within.includes(page) ? "true" : undefined;
};

/** The frame of every page: a rail with the places (a bar on narrow screens) and the page beside it. */
export function AppShell({ initialTheme, children }: { initialTheme: Theme; children: React.ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2 focus:text-accent"
      >
        Skip to content
      </a>
      <Suspense fallback={<div className="lg:w-44" />}>
        <Rail initialTheme={initialTheme} />
      </Suspense>
      <main id="main" className="min-w-0 flex-1">
        {children}
      </main>
    </div>
  );
}

function Rail({ initialTheme }: { initialTheme: Theme }) {
  const pathname = usePathname();
  const datasetId = datasetIdOf(pathname);
  const predictorId = useSearchParams().get("predictor");
  const query = predictorId ? `?predictor=${encodeURIComponent(predictorId)}` : "";
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-2 lg:sticky lg:top-0 lg:h-dvh lg:w-44 lg:shrink-0 lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-r lg:border-b-0 lg:py-4">
      <Link href="/" className="flex items-center gap-2 font-semibold text-ink lg:mb-4">
        <BrandMark />
        Archwright
      </Link>
      <nav
        aria-label="Places"
        className="order-last flex w-full gap-1 overflow-x-auto lg:order-none lg:flex-col"
      >
        <RailLink href="/" label="Datasets" current={currentHome(pathname)} />
        {datasetId !== null &&
          PLACES.map((place) => (
            <RailLink
              key={place.path}
              href={`/datasets/${datasetId}/${place.path}${query}`}
              label={place.label}
              hint={place.hint}
              current={currentOf(pathname, datasetId, place)}
              nested
            />
          ))}
      </nav>
      <div className="ml-auto lg:mt-auto lg:ml-0">
        <ThemeSwitch initialTheme={initialTheme} />
      </div>
    </header>
  );
}

const currentHome = (pathname: string): Current => {
  if (pathname === "/") return "page";
  return pathname === "/import" ? "true" : undefined;
};

type RailLinkProps = { href: string; label: string; hint?: string; current: Current; nested?: boolean };

function RailLink({ href, label, hint, current, nested = false }: RailLinkProps) {
  return (
    <Link
      href={href}
      aria-current={current}
      className={`rounded px-2 py-1.5 leading-tight whitespace-nowrap hover:bg-sunken ${nested ? "lg:ml-2" : ""} ${
        current ? "bg-accent-soft font-medium text-accent" : "text-ink"
      }`}
    >
      {label}
      {hint && <span className="hidden text-xs font-normal text-muted lg:block">{hint}</span>}
    </Link>
  );
}

function BrandMark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="text-accent">
      <rect x="1" y="12" width="5" height="7" rx="1" fill="currentColor" opacity="0.45" />
      <rect x="7.5" y="7" width="5" height="12" rx="1" fill="currentColor" opacity="0.7" />
      <rect x="14" y="1" width="5" height="18" rx="1" fill="currentColor" />
    </svg>
  );
}
