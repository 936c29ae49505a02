import { sha256Hex } from "@consilium/foundation";
import type { ChosenFile } from "./chosen-file.ts";

/**
 * Knows a file again when it is chosen once more: by path, size and time of change, without reading it. It is all that this
 * device keeps of a file's name, which may hold a person's: a digest that is different in each delivery.
 */
export const fingerprintOf = (delivery: string, { path, file }: ChosenFile): Promise<string> =>
  sha256Hex(JSON.stringify([delivery, path, file.size, file.lastModified]));
