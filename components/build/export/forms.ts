import { NETWORK_FORM_FACTS, NETWORK_FORMS, type NetworkForm } from "@/lib/core/export/networkFile";

/** Forms of the architecture itself. */
export const ARCHITECTURE_FORMS = ["json", "svg", "png", "notation", "ofa", "dot"] as const;
export type ArchitectureForm = (typeof ARCHITECTURE_FORMS)[number];

export const FORMS = [...ARCHITECTURE_FORMS, ...NETWORK_FORMS] as const;
export type Form = (typeof FORMS)[number];

export const isNetworkForm = (form: Form): form is NetworkForm =>
  NETWORK_FORMS.some((candidate) => candidate === form);

export const FORM_LABELS: Readonly<Record<Form, string>> = {
  json: "JSON",
  svg: "SVG",
  png: "PNG",
  notation: "Source's notation",
  ofa: "Once-for-all lists",
  dot: "Graphviz",
  onnx: NETWORK_FORM_FACTS.onnx.label,
  pytorch: NETWORK_FORM_FACTS.pytorch.label,
  keras: NETWORK_FORM_FACTS.keras.label,
  tfjs: NETWORK_FORM_FACTS.tfjs.label,
};
