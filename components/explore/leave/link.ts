/**
 * The address that brings this view back on this machine: lens, unit, length, hop, selection and module stand in it
 * already; the predictor is added, since without a name the newest one would be opened.
 */
export function permalink(address: string, predictorId: string): string {
  const url = new URL(address);
  url.searchParams.set("predictor", predictorId);
  return url.toString();
}
