/** Pixels of the image for one of the drawing, so that it stays sharp in print. */
const SCALE = 2;

/**
 * An SVG file drawn as PNG by the browser.
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * image.naturalWidth;
  canvas.height = SCALE * image.naturalHeight;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("This browser gives no canvas to draw on.");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null)
    throw new Error(
      `The drawing of ${canvas.width} x ${canvas.height} pixels is too large for a PNG; take the SVG.`,
    );
  return blob;
}
