/** Templates of published networks. Channels and strides are those of the papers' own code. */
import type { MbconvTemplate } from "./mbconvTemplate";

/** Once-for-all MobileNetV3, width 1: channels, strides, squeeze and head of MobileNetV3-Large. */
export const OFA_MOBILENET_V3: MbconvTemplate = {
  family: "mbconv",
  resolution: 224,
  inputChannels: 3,
  numClasses: 1000,
  width: 1,
  divisor: 8,
  stem: { channels: 16, kernel: 3, stride: 2, activation: "hswish" },
  fixed: [{ channels: 16, stride: 1, activation: "relu", squeeze: 0, expand: 1, kernel: 3 }],
  units: [
    { channels: 24, stride: 2, activation: "relu", squeeze: 0 },
    { channels: 40, stride: 2, activation: "relu", squeeze: 4 },
    { channels: 80, stride: 2, activation: "hswish", squeeze: 0 },
    { channels: 112, stride: 1, activation: "hswish", squeeze: 4 },
    { channels: 160, stride: 2, activation: "hswish", squeeze: 4 },
  ],
  head: { expand: 960, mix: 1280, activation: "hswish" },
};

/** ProxylessNAS as once-for-all trains it, width 1.3. */
export const OFA_PROXYLESS: MbconvTemplate = {
  family: "mbconv",
  resolution: 224,
  inputChannels: 3,
  numClasses: 1000,
  width: 1.3,
  divisor: 8,
  stem: { channels: 32, kernel: 3, stride: 2, activation: "relu6" },
  fixed: [{ channels: 16, stride: 1, activation: "relu6", squeeze: 0, expand: 1, kernel: 3 }],
  units: [
    [24, 2],
    [40, 2],
    [80, 2],
    [96, 1],
    [192, 2],
    [320, 1],
  ].map(([channels = 0, stride = 1]) => ({ channels, stride, activation: "relu6", squeeze: 0 })),
  head: { expand: 1280, mix: 0, activation: "relu6" },
};

/** The sample `staged`: a small network for grey images of 28 pixels. */
export const STAGED_SAMPLE: MbconvTemplate = {
  family: "mbconv",
  resolution: 28,
  inputChannels: 1,
  numClasses: 10,
  width: 1,
  divisor: 1,
  stem: { channels: 4, kernel: 3, stride: 2, activation: "relu" },
  fixed: [],
  units: [
    [4, 2],
    [4, 1],
    [6, 2],
    [8, 1],
  ].map(([channels = 0, stride = 1]) => ({ channels, stride, activation: "relu", squeeze: 0 })),
  head: { expand: 0, mix: 0, activation: "relu" },
};
