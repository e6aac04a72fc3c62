/** The graphics processor was taken away: by the driver, another program, or the machine's sleep. */
export class DeviceLostError extends Error {
  override readonly name = "DeviceLostError";
  constructor() {
    super("The graphics processor was taken away from this page.");
  }
}
