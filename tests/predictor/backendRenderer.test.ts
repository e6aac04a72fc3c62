import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { isSoftwareRenderer, webglRenderer } from "@/lib/predictor/backendRenderer";

describe("a renderer's name", () => {
  it.each([
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "Google SwiftShader",
    "llvmpipe (LLVM 15.0.7, 256 bits)",
    "Mesa softpipe",
    "Software Rasterizer",
    "Apple Software Renderer",
    "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)",
  ])("tells of software: %s", (name) => {
    expect(isSoftwareRenderer(name)).toBe(true);
  });

  it.each([
    "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)",
    "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)",
    "ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)",
    "Mali-G78",
    "",
  ])("tells of a graphics card, or of nothing: %s", (name) => {
    expect(isSoftwareRenderer(name)).toBe(false);
  });
});

describe("the renderer of the backend in use", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });
  afterEach(() => void Reflect.deleteProperty(tf.backend(), "gpgpu"));

  /** Lends the processor a WebGL context, as far as it is asked. */
  const lendContext = (gl: object): unknown => Object.assign(tf.backend(), { gpgpu: { gl } });

  it("is none on the processor", () => expect(webglRenderer()).toBeNull());

  it("is the unmasked one where the browser tells it", () => {
    lendContext({
      RENDERER: 1,
      getExtension: (name: string) =>
        name === "WEBGL_debug_renderer_info" ? { UNMASKED_RENDERER_WEBGL: 2 } : null,
      getParameter: (which: number) => (which === 2 ? "Google SwiftShader" : "WebKit WebGL"),
    });
    expect(webglRenderer()).toBe("Google SwiftShader");
  });

  it("is the plain one where it does not", () => {
    const getParameter = (which: number) => (which === 1 ? "llvmpipe" : null);
    lendContext({ RENDERER: 1, getExtension: () => null, getParameter });
    expect(webglRenderer()).toBe("llvmpipe");
  });

  it("is none where the context is gone", () => {
    lendContext({ RENDERER: 1, getExtension: () => null, getParameter: () => null });
    expect(webglRenderer()).toBeNull();
  });
});
