import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { SearchPage } from "@/components/search/SearchPage";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { searchWorkspace } from "./workspaceFixture";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

it("the Search page is drawn by the server first, which has no storage of a browser", () => {
  expect(typeof localStorage).toBe("undefined");
  const html = renderToString(
    <NuqsTestingAdapter>
      <WorkspaceContext value={{ ...searchWorkspace(), architectures: { status: "loading" } }}>
        <SearchPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );
  expect(html).toContain("Reading architectures");
});
