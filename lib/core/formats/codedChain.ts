import { findCodes, readCode, writeCode } from "./codes";
import { nodeValue, notationDetails, notationWith, textDetail } from "./notationDetails";
import type { Reader } from "./reader";
import { RowCounts } from "./rowCounts";

/**
 * Chains written as one text, a character a layer (`1114`, `02012100`), or as operations with a separator between
 * (`2-0-1`, `64:32:16`, `(2, 0, 1)`). A code names an operation and is no amount, so it stays text; chains may differ in length.
 */
export const codedChain: Reader = {
  id: "coded-chain",
  label: "coded chains, one character a layer (1114, 02012100)",
  match(table) {
    const form = findCodes(table);
    if (form === null) return null;
    const { column, digits, ...rest } = form;
    const counts = new RowCounts();
    return {
      structure: "chain",
      columns: [column],
      unitNames: ["chain"],
      notation: notationWith(this.id, rest),
      get notes() {
        return counts.note(
          "filled",
          column,
          (rows) =>
            `Codes are stored as numbers, which lose zeros in front. In ${rows} they were filled up to ${digits} layers. Store codes as text if chains may be shorter.`,
        );
      },
      row({ row, cells }) {
        const outcome = readCode(cells[column], form);
        if (!outcome.ok) return { ok: false, field: column, message: outcome.message };
        if (outcome.isFilled) counts.add("filled", row);
        return { ok: true, units: [outcome.ops.map((op) => ({ op }))], globals: {} };
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const ops = architecture.units.flat().map((node) => String(nodeValue(space, node, "op") ?? ""));
    return writeCode(ops, {
      separator: details.separator === null ? null : (textDetail(details, "separator") ?? ""),
      before: textDetail(details, "before") ?? "",
      after: textDetail(details, "after") ?? "",
      tuple: details.tuple === true,
    });
  },
};
