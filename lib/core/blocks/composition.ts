/**
 * An operation written as the layers it is made of, first to last: `relu > conv 3x3 > bn`. It is how the operations we
 * know are defined, and how people define those we do not.
 */
import { ACTIVATIONS, type ActivationName } from "./network";

export type Step =
  | {
      readonly kind: "conv" | "depthwise";
      readonly kernel: number;
      /** Null: the stride that the operation is asked for, where it is the first window, else 1. */
      readonly stride: number | null;
      readonly dilation: number;
      readonly groups: number;
      /** Output channels as a multiple of those the operation is to give; a depthwise convolution keeps its input's. */
      readonly widening: number;
    }
  | {
      readonly kind: "avgpool" | "maxpool";
      readonly kernel: number;
      readonly stride: number | null;
      /** Whether a last window may lie partly outside of the image. */
      readonly ceil: boolean;
    }
  | { readonly kind: "activation"; readonly name: ActivationName }
  /** `add input` adds what went into the operation. */
  | { readonly kind: "bn" | "skip" | "zero" | "add" };

export type CompositionOutcome =
  { readonly ok: true; readonly steps: readonly Step[] } | { readonly ok: false; readonly message: string };

const PLAIN = new Map<string, Step>([
  ["bn", { kind: "bn" }],
  ["skip", { kind: "skip" }],
  ["zero", { kind: "zero" }],
  ["add input", { kind: "add" }],
  ...ACTIVATIONS.map((name) => [name, { kind: "activation", name }] as const),
]);
const WINDOW =
  /^(conv|depthwise|avgpool|maxpool) (\d{1,2})x(\d{1,2})((?: (?:stride|dilation|groups) \d{1,4}| [*/]\d{1,3}| ceil)*)$/;
const OPTION = /(stride|dilation|groups) (\d+)|([*/])(\d+)|(ceil)/g;

/** What a step may be, for messages. */
export const STEP_HELP = `a step is conv KxK, depthwise KxK, avgpool KxK, maxpool KxK (then stride N, dilation N, groups N, *N or /N for more or fewer channels, ceil after a pool 2x2 stride 2), bn, skip, zero, add input, or ${ACTIVATIONS.join(", ")}`;

/** Reads a composition; the message names the step that is none. */
export function parseComposition(text: string): CompositionOutcome {
  const steps: Step[] = [];
  for (const [index, part] of text.split(">").entries()) {
    const words = part.trim().toLowerCase().replace(/\s+/g, " ");
    const step = PLAIN.get(words) ?? windowStep(words);
    if (step === null)
      return { ok: false, message: `step ${index + 1}, "${part.trim()}", is not known: ${STEP_HELP}` };
    steps.push(step);
  }
  return { ok: true, steps };
}

type Windows = { stride: number | null; dilation: number; groups: number; widening: number };

function windowStep(words: string): Step | null {
  const [, kind, height, width, rest = ""] = WINDOW.exec(words) ?? [];
  if (kind === undefined || height !== width) return null;
  const options: Windows = { stride: null, dilation: 1, groups: 1, widening: 1 };
  let ceil = false;
  for (const [, name, value, sign, factor, partly] of rest.matchAll(OPTION)) {
    if (partly !== undefined) ceil = true;
    else if (sign !== undefined) options.widening = sign === "*" ? Number(factor) : 1 / Number(factor);
    else if (name === "stride" || name === "dilation" || name === "groups") options[name] = Number(value);
  }
  const kernel = Number(height);
  if (kernel < 1 || options.stride === 0 || options.dilation < 1 || options.groups < 1) return null;
  if (!Number.isFinite(options.widening) || options.widening === 0) return null;
  switch (kind) {
    case "conv":
    case "depthwise":
      return ceil ? null : { kind, kernel, ...options };
    case "avgpool":
    case "maxpool":
      // Languages differ in where they put the pixels that are missing, except for two at a time.
      if (ceil && (kernel !== 2 || options.stride !== 2)) return null;
      return { kind, kernel, stride: options.stride, ceil };
    default:
      return null;
  }
}
