import { describe, expect, it } from "vitest";
import { diagramSvg, type Diagram } from "@/lib/core/export/svg";

const diagram: Diagram = {
  width: 100,
  height: 50,
  boxes: [
    { x: 1, y: 2, width: 40, height: 20, fill: "#aabbcc", ink: "#111418", label: "e3k5", place: "layer 1" },
  ],
  arrows: [{ path: "M0,0L10,0", tip: [10, 0] }],
  labels: [{ x: 0, y: 10, text: "unit 1" }],
};

describe("an architecture as SVG", () => {
  const svg = diagramSvg(diagram, { title: "mine", lines: ["accuracy 0.912"] });

  it("leaves room for the caption above the diagram", () => {
    expect(svg).toContain('width="132" height="122" viewBox="0 0 132 122"');
    expect(svg).toContain('<g transform="translate(16 56)">');
  });

  it("writes boxes, arrows and labels", () => {
    expect(svg).toContain('<rect x="1" y="2" width="40" height="20" rx="3" fill="#aabbcc"/>');
    expect(svg).toContain(">e3k5</text>");
    expect(svg).toContain(">layer 1</text>");
    expect(svg).toContain('<path d="M0,0L10,0" fill="none"');
    expect(svg).toContain(">unit 1</text>");
  });

  it("widens for a long line", () =>
    expect(diagramSvg(diagram, { title: "a", lines: ["x".repeat(100)] })).toContain('width="672"'));

  it("names of users stay text", () => {
    const hostile = diagramSvg(diagram, { title: `<script>"a" & 'b'</script>\u0000`, lines: [] });
    expect(hostile).not.toContain("<script>");
    expect(hostile).toContain(
      "<title>&lt;script&gt;&quot;a&quot; &amp; &apos;b&apos;&lt;/script&gt;</title>",
    );
  });
});
