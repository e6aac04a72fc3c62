// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExplorePage } from "@/components/explore/ExplorePage";
import type * as kept from "@/components/explore/trust/keptNullChecks";
import { WorkspaceContext } from "@/components/workspace/workspace";
import type * as trainer from "@/lib/worker/trainer-client";
import type { Tasks } from "@/lib/worker/protocol";
import { exploredWorkspace } from "../workspaceFixture";

const asked = vi.hoisted(() => ({ numModules: [] as number[], fails: false }));

// A null check that was made on an earlier visit; its predictor says 70 of every module, unsure by a deviation of 1.
vi.mock("@/components/explore/trust/keptNullChecks", async (original) => ({
  ...(await original<typeof kept>()),
  loadNullCheck: () => Promise.resolve({ seed: 1, file: {} }),
}));
vi.mock("@/lib/worker/trainer-client", async (original) => ({
  ...(await original<typeof trainer>()),
  createTrainerClient: () => ({
    run: (name: string, request: unknown) => {
      if (name === "open") return Promise.resolve({});
      if (asked.fails) return Promise.reject(new Error("The worker stopped."));
      const { modules } = request as Tasks["scoreModules"]["request"];
      asked.numModules.push(modules.length);
      const scored = { score: 70, low: 70 - 1.6448536, high: 70 + 1.6448536, hop: 0, support: 1 };
      return Promise.resolve({ scores: modules.map((module) => ({ ...module, ...scored })) });
    },
    dispose: () => undefined,
  }),
}));

/** Answers are kept by the predictor's id, and every test asks anew. */
function show(searchParams: string, id: string) {
  const base = exploredWorkspace();
  if (base.opened.status !== "ready") throw new Error("The fixture has an opened predictor.");
  const opened = { status: "ready", value: { ...base.opened.value, id } } as const;
  return render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceContext value={{ ...base, opened }}>
        <ExplorePage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );
}

beforeEach(() => {
  asked.numModules = [];
  asked.fails = false;
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

// Hundreds of rows are drawn before the note, which takes seconds on a busy machine.
const patient = { timeout: 30_000 };
const note = () => screen.findByRole("note", { name: "What noise looks like here" }, patient);

describe("with a null check at hand", () => {
  it("pairs say which band noise fills, from the pairs of the two places", async () => {
    show("?lens=pairs&unit=2&place=2", "n1");
    const { textContent } = await note();
    expect(textContent).toContain("Null band −1.645 to +1.645");
    expect(textContent).toContain("of 36 pairs");
    expect(asked.numModules).toEqual([36]);
  });

  it("the spread shades the band of every unit behind its boxes, and says so", async () => {
    const { container } = show("?lens=spread", "n2");
    expect((await note()).textContent).toMatch(/^Null bands shaded.* of 546 modules are within\.$/);
    const shades = [...container.querySelectorAll("[data-noise]")];
    expect(shades.map((shade) => shade.getAttribute("data-noise"))).toEqual(["0", "1", "2"]);
    // Six operations a unit, 22 pixels each.
    expect(shades.map((shade) => shade.getAttribute("height"))).toEqual(["132", "132", "132"]);
    expect(screen.getByText(/Shaded: null band around the mean/)).toBeDefined();
    expect(asked.numModules).toEqual([546]);
  });

  it("all units ranked together have one band", async () => {
    show("?lens=sequences&unit=0", "n3");
    expect((await note()).textContent).toMatch(
      /^Null band −1\.645 to \+1\.645.* of 546 modules are within\.$/,
    );
  });

  it("a predictor of shuffled targets that fails says so, and the figure stays", async () => {
    asked.fails = true;
    const { container } = show("?lens=spread", "n4");
    expect(await screen.findByText(/could not answer: The worker stopped\./, {}, patient)).toBeDefined();
    expect(screen.getAllByRole("button", { name: /: median / })).toHaveLength(18);
    expect(container.querySelectorAll("[data-noise]")).toHaveLength(0);
  });
});
