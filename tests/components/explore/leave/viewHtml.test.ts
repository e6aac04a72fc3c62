import { describe, expect, it } from "vitest";
import { escapeHtml, viewHtml, type View } from "@/components/explore/leave/viewHtml";

const hostile = `<script>alert(1)</script>"'&`;

const view: View = {
  title: hostile,
  paragraphs: [hostile],
  figures: [
    {
      name: hostile,
      drawings: ['<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>'],
      notes: [hostile],
      table: { caption: hostile, columns: [hostile], rows: [[hostile]] },
    },
  ],
  sections: [{ title: hostile, lines: [hostile] }],
  link: `http://127.0.0.1:3000/explore?a=${hostile}`,
  colours: { canvas: "rgb(15, 18, 22)", ink: "red;} body{display:none", line: "#303843" },
};

describe("viewHtml", () => {
  it("shows every text as text", () => {
    const html = viewHtml(view);
    expect(html).not.toContain("<script");
    expect(html.split("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;").length - 1).toBe(12);
  });

  it("forbids scripts and fetches, and takes nothing from elsewhere", () => {
    const html = viewHtml(view);
    expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<(script|link|img|iframe)|url\(/);
    expect(html).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>');
  });

  it("takes colours only as browsers write them, and links only to the web", () => {
    const html = viewHtml(view);
    expect(html).toContain("background: rgb(15, 18, 22); color: #14181f");
    expect(viewHtml({ ...view, link: "javascript:alert(1)" })).not.toContain("javascript:");
  });

  it("escapes quotes, so that texts stay inside of attributes", () => {
    expect(escapeHtml(`"'<>&`)).toBe("&quot;&#39;&lt;&gt;&amp;");
  });
});
