/** Plain shapes, for drawings that are made only when they are taken along. Pixels; `null` colours are the theme's ink. */
export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      /** 0..1, of the fill; its edge is drawn in the same colour where it is given. */
      readonly opacity?: number;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly fill: string | null;
    }
  | { readonly kind: "dot"; readonly x: number; readonly y: number; readonly hollow: boolean }
  | {
      readonly kind: "line";
      readonly x: number;
      readonly y: number;
      /** The other end; straight down or across from the first where one of them is left out. */
      readonly toX?: number;
      readonly toY?: number;
      /** 0..1; half unless said otherwise. */
      readonly opacity?: number;
    }
  /** Many circles alike: one group in the file, so that thousands of them stay small. */
  | {
      readonly kind: "points";
      readonly at: readonly (readonly [x: number, y: number])[];
      readonly radius: number;
      readonly fill: string;
      /** 0..1 */
      readonly opacity: number;
    }
  | {
      readonly kind: "ring";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly strokeWidth: number;
    }
  | {
      readonly kind: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** `data:image/png;base64,...` */
      readonly address: string;
    };

export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

/** Tenths of a pixel: more digits make files larger and no picture sharper. */
export const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;

/** A text of a drawing, in ink unless said otherwise. */
export const drawnText = (
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end" = "start",
  fill: string | null = null,
): Shape => ({ kind: "text", x, y, text, anchor, fill });
