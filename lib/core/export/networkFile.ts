import { zipSync } from "fflate";
import type { Network } from "../blocks/network";
import type { Weights } from "../blocks/weights";
import { writeKeras } from "./keras";
import { writeOnnx } from "./onnx";
import { writePytorch } from "./pytorch";
import { WEIGHTS_FILE, writeTfjs } from "./tfjs";

/** Forms of a network that run. */
export const NETWORK_FORMS = ["onnx", "pytorch", "keras", "tfjs"] as const;
export type NetworkForm = (typeof NETWORK_FORMS)[number];

/** What people call them, the file's name, and whether weights are inside of it. */
export const NETWORK_FORM_FACTS: Readonly<
  Record<
    NetworkForm,
    {
      readonly label: string;
      readonly file: string;
      readonly mediaType: string;
      readonly hasWeights: boolean;
    }
  >
> = {
  onnx: {
    label: "ONNX",
    file: "network.onnx",
    mediaType: "application/octet-stream",
    hasWeights: true,
  },
  pytorch: { label: "PyTorch", file: "network.py", mediaType: "text/x-python", hasWeights: false },
  keras: { label: "Keras", file: "network_keras.py", mediaType: "text/x-python", hasWeights: false },
  tfjs: {
    label: "TensorFlow.js",
    file: "network_tfjs.zip",
    mediaType: "application/zip",
    hasWeights: true,
  },
};

// An archive of the same files is the same bytes: it says a time, which is none in particular.
const NO_TIME = new Date(1980, 0, 1);

/** The file of a network in one of the forms. */
export function networkFile(form: NetworkForm, network: Network, weights: Weights): Uint8Array<ArrayBuffer> {
  switch (form) {
    case "onnx":
      return new Uint8Array(writeOnnx(network, weights));
    case "pytorch":
      return new TextEncoder().encode(writePytorch(network));
    case "keras":
      return new TextEncoder().encode(writeKeras(network));
    case "tfjs": {
      const written = writeTfjs(network, weights);
      const files = {
        "model.json": new TextEncoder().encode(written.model),
        [WEIGHTS_FILE]: written.weights,
      };
      // Weights are as good as random: packing them costs time and saves nothing.
      return new Uint8Array(zipSync(files, { level: 0, mtime: NO_TIME }));
    }
  }
}
