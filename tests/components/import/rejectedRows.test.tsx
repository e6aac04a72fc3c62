// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RejectedRows } from "@/components/import/RejectedRows";

const row = { row: 2, field: "acc", message: "is not a number", text: "a,e3k3,x" };
let saved: Blob[] = [];
beforeEach(() => {
  saved = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return "blob:saved";
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const press = () => fireEvent.click(screen.getByRole("button", { name: "Download rejected rows (CSV)" }));

it("rows that are all here are saved as they are", async () => {
  const readAll = vi.fn(() => Promise.resolve(new Blob()));
  render(<RejectedRows rows={[row]} numRejected={1} fileName="t.csv" readAll={readAll} />);
  press();
  expect(readAll).not.toHaveBeenCalled();
  expect(await saved[0]?.text()).toBe('row,field,reason,text\r\n2,acc,is not a number,"a,e3k3,x"\r\n');
});

it("of a long list all rows are asked for", async () => {
  const all = new Blob(["all of them"]);
  render(
    <RejectedRows rows={[row]} numRejected={1_001} fileName="t.csv" readAll={() => Promise.resolve(all)} />,
  );
  press();
  await vi.waitFor(() => expect(saved).toEqual([all]));
});

it("says why they could not be had", async () => {
  const readAll = () => Promise.reject(new Error("Archwright does not answer."));
  render(<RejectedRows rows={[row]} numRejected={1_001} fileName="t.csv" readAll={readAll} />);
  press();
  expect((await screen.findByRole("alert")).textContent).toBe(
    "They could not be downloaded: Archwright does not answer.",
  );
});
