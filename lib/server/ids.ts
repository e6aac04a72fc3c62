import { randomBytes } from "node:crypto";

/** Ids of stored things: 16 hexadecimal digits. */
export const newId = (): string => randomBytes(8).toString("hex");
