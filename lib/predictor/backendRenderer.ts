import * as tf from "@tensorflow/tfjs";

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Names that drawing in software goes by: Chromium, Mesa, Windows and macOS, and those of virtual machines. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|microsoft basic|swrast|lavapipe/i;

/** Whether WebGL's renderer of this name draws without a graphics card, e.g. `Google SwiftShader`. */
export const isSoftwareRenderer = (name: string): boolean => SOFTWARE.test(name);

/**
 * The name of the renderer behind the WebGL backend in use; null on other backends and where the browser hides it.
 */
export function webglRenderer(): string | null {
  const context = member(member(tf.backend(), "gpgpu"), "gl");
  const ask = (name: "getExtension" | "getParameter", argument: unknown): unknown => {
    const method = member(context, name);
    return typeof method === "function" ? Reflect.apply(method, context, [argument]) : null;
  };
  const unmasked = member(ask("getExtension", "WEBGL_debug_renderer_info"), "UNMASKED_RENDERER_WEBGL");
  const renderer = ask("getParameter", unmasked ?? member(context, "RENDERER"));
  return typeof renderer === "string" && renderer !== "" ? renderer : null;
}
