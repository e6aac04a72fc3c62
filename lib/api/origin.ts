import { ApiError } from "./errors";

/**
 * Any page in the user's browser can send requests to a server on this machine. Requests that change something are
 * taken only from our own pages and from programs (which send neither header).
 * @throws ApiError cross_origin
 */
export function refuseOtherOrigins(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOurs =
    (site === null || site === "same-origin" || site === "none") &&
    (origin === null || hostOf(origin) === (request.headers.get("host") ?? new URL(request.url).host));
  if (!isOurs) throw new ApiError("cross_origin", "Requests from other sites are refused.");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
