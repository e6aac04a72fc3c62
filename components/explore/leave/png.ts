/** Pixels of the picture per pixel on the page: sharp on paper and on dense screens. */
const SCALE = 2;
/** Browsers refuse canvases beyond this many pixels on a side. */
const MOST_PIXELS = 16_000;

/**
 * A picture of a self-contained SVG.
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svgText: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgText], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("This browser cannot draw pictures.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("The figure is too large for a picture; take it as SVG.");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
