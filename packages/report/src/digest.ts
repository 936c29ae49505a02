import { canonicalJson, sha256Hex } from "@consilium/foundation";
import type { Report } from "./report.ts";

/** What is signed: the report in RFC 8785's form, as UTF-8. */
export const reportBytes = (report: Report): Uint8Array => new TextEncoder().encode(canonicalJson(report));

/** Lower-case hexadecimal SHA-256 of `reportBytes`. */
export const reportDigest = (report: Report): Promise<string> => sha256Hex(reportBytes(report));

/**
 * Of a digest, what fits on a line and is typed by hand: `7f3a-91c0-4be2`. 48 bits name a report among those of a server;
 * what proves that nothing was changed is the digest. Throws where it is no SHA-256.
 */
export function reportCode(digest: string): string {
  const [, first, second, third] = /^([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})[0-9a-f]{52}$/.exec(digest) ?? [];
  if (!first || !second || !third) throw new RangeError("This is no SHA-256 in hexadecimal");
  return `${first}-${second}-${third}`;
}
