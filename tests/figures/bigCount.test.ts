import { describe, expect, it } from "vitest";
import { formatBig, shareText } from "@/lib/figures/bigCount";

describe("counts of architectures", () => {
  it("are written out as long as anyone reads them", () => {
    expect(formatBig(3_125n)).toBe("3,125");
    expect(formatBig(21_758_655_492_572_485_851n)).toBe("2.18e19");
  });

  it("are shares in words", () => {
    expect(shareText(5n, 5n)).toBe("all");
    expect(shareText(0n, 5n)).toBe("none");
    expect(shareText(3_125n, 15_625n)).toBe("20 %");
    expect(shareText(3_125n, 21_758_655_492_572_485_851n)).toBe("1 in 6.96e15");
  });
});
