/** Where the cells of a heatmap lie: columns in groups with gaps between, labels left and above. Pixels. */
export type GridLayout = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Left edge of each column. */
  readonly columnX: readonly number[];
  /** Top edge of each row. */
  readonly rowY: readonly number[];
  /** Left edge and width of each group of columns. */
  readonly groups: readonly { readonly x: number; readonly width: number }[];
};

export type GridOptions = {
  readonly groupSizes: readonly number[];
  readonly numRows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly left: number;
  readonly top: number;
  readonly groupGap?: number;
};

export function gridLayout(options: GridOptions): GridLayout {
  const { groupSizes, numRows, cellWidth, cellHeight, left, top, groupGap = 10 } = options;
  let x = left;
  const groups = groupSizes.map((size) => {
    const group = { x, width: size * cellWidth };
    x += group.width + groupGap;
    return group;
  });
  const columnX = groups.flatMap((group, index) =>
    Array.from({ length: groupSizes[index] ?? 0 }, (_, column) => group.x + column * cellWidth),
  );
  return {
    width: Math.max(left, x - (groups.length > 0 ? groupGap : 0)),
    height: top + numRows * cellHeight,
    left,
    top,
    cellWidth,
    cellHeight,
    columnX,
    rowY: Array.from({ length: numRows }, (_, row) => top + row * cellHeight),
    groups,
  };
}

/** Width that labels need in a sans-serif font of this size; an estimate, since layouts know no fonts. */
export const labelWidth = (labels: readonly string[], fontSize = 12): number =>
  Math.ceil(Math.max(0, ...labels.map((label) => label.length)) * fontSize * 0.58);

/** Width of a strip's cells in which these labels can be read, in the strip's 10 px text. */
export const stripCellWidth = (labels: readonly string[]): number => Math.max(40, labelWidth(labels, 10) + 8);

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** The next cell when an arrow key is pressed: the nearest one in that direction in the same row or column, if any. */
export function neighbourCell<Cell extends { readonly columnIndex: number; readonly rowIndex: number }>(
  cells: readonly Cell[],
  from: Cell,
  direction: Direction,
): Cell | null {
  const horizontal = direction === "ArrowLeft" || direction === "ArrowRight";
  const sign = direction === "ArrowLeft" || direction === "ArrowUp" ? -1 : 1;
  let nearest: Cell | null = null;
  let nearestDistance = Infinity;
  for (const cell of cells) {
    if (horizontal ? cell.rowIndex !== from.rowIndex : cell.columnIndex !== from.columnIndex) continue;
    const delta = horizontal ? cell.columnIndex - from.columnIndex : cell.rowIndex - from.rowIndex;
    const distance = delta * sign;
    if (distance > 0 && distance < nearestDistance) {
      nearest = cell;
      nearestDistance = distance;
    }
  }
  return nearest;
}
