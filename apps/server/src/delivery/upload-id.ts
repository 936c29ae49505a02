import { createHmac, hkdfSync } from "node:crypto";
import type { CaseKey } from "@consilium/database";
import { ulidOf } from "@consilium/foundation";

/**
 * The id of a file that its client names, the same each time it is announced. What a client calls a file may be made of its path:
 * without the case's key nothing can be learnt from the id.
 */
export function uploadIdOf({ key }: CaseKey, deliveryId: string, named: string): string {
  const idKey = Buffer.from(hkdfSync("sha256", key, "", "consilium upload id", 32));
  return ulidOf(createHmac("sha256", idKey).update(`${deliveryId}\n${named}`).digest());
}
