import type { FigureRows } from "../FigureTable";

/** A figure on the page, as something that can be taken along. */
export type ShownFigure = {
  /** `positions`: names its files. */
  readonly name: string;
  /** The element that holds its legend and its drawing. */
  readonly element: HTMLElement;
  readonly rows: (() => FigureRows) | null;
  /** Makes the drawing, where the element holds none that could be taken along. */
  readonly drawing?: (() => SVGSVGElement) | undefined;
};

const shown = new Set<ShownFigure>();

/** Makes a figure part of the view that can be saved. @returns what takes it out again */
export function registerFigure(figure: ShownFigure): () => void {
  shown.add(figure);
  return () => void shown.delete(figure);
}

/** The figures on the page, from top to bottom. */
export const shownFigures = (): ShownFigure[] =>
  [...shown].sort((a, b) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
