/**
 * A number of channels rounded to a multiple of the divisor, but never by more than a tenth downwards: the rule of
 * MobileNetV2 and V3, which once-for-all and ProxylessNAS follow. Divisor 1 rounds to whole channels.
 */
export function roundChannels(channels: number, divisor: number): number {
  const rounded = Math.max(divisor, Math.floor((channels + divisor / 2) / divisor) * divisor);
  return rounded < 0.9 * channels ? rounded + divisor : rounded;
}
