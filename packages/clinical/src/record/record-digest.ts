import { canonicalJson, sha256Hex } from "@consilium/foundation";
import type { ClinicalRecord } from "./record.ts";

/** SHA-256, in lower-case hexadecimal, of the record's RFC 8785 form: equal content, equal digest, on any machine. */
export const recordDigest = async (record: ClinicalRecord): Promise<string> =>
  sha256Hex(canonicalJson(record));
