import { ApiError } from "./errors";

/**
 * Reads a JSON body, giving up as soon as it is larger than allowed.
 * @throws ApiError too_large, bad_request
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, maxBytes));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ApiError("bad_request", `The body is not JSON: ${(error as SyntaxError).message}`);
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let numBytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    numBytes += part.value.byteLength;
    // The rest is read and thrown away: a client that is cut off while it sends would see no answer.
    if (numBytes <= maxBytes) chunks.push(part.value);
  }
  if (numBytes > maxBytes) {
    throw new ApiError("too_large", `The body is larger than ${maxBytes} bytes.`, { limitBytes: maxBytes });
  }
  const bytes = new Uint8Array(numBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
