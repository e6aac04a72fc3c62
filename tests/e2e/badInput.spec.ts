/** Bad files get a message that says how to mend them, and nothing is stored. */
import { expect, test } from "@playwright/test";

const files = [
  { name: "empty.csv", content: Buffer.alloc(0), message: /The file is empty/ },
  {
    name: "picture.csv",
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    message: /PNG image/,
  },
  {
    name: "plain.csv",
    content: Buffer.from("name,accuracy\nresnet,0.7\n"),
    message: /No column holds architectures/,
  },
];

for (const { name, content, message } of files) {
  test(`${name} is refused with a reason`, async ({ page }) => {
    const before: unknown = await (await page.request.get("/api/datasets")).json();
    await page.goto("/");
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: content });
    await expect(page.getByText(message).first()).toBeVisible();
    expect(await (await page.request.get("/api/datasets")).json()).toEqual(before);
  });
}

test("a metric that is text in one row rejects that row only, and says why", async ({ page }) => {
  const text = "id,u1,accuracy\na,e3k3,0.7\nb,e3k5,good\nc,e6k3,0.8\n";
  await page.goto("/");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "one-bad-row.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByText(/"good" is not a number/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Store dataset" })).toBeEnabled();
});
