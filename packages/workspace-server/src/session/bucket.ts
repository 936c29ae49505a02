import type { Allowance } from "../flow-limits.ts";

/** What is left of an allowance (SY-31). Milliseconds since 1970. */
export interface Bucket {
  left: number;
  at: number;
}

export const fullBucket = ({ burst }: Allowance, at: number): Bucket => ({ left: burst, at });

/** Takes that much if it is there. */
export function take(bucket: Bucket, { burst, perSecond }: Allowance, amount: number, at: number): boolean {
  const passed = Math.max(0, at - bucket.at);
  bucket.left = Math.min(burst, bucket.left + (passed / 1000) * perSecond);
  bucket.at = at;
  if (bucket.left < amount) return false;
  bucket.left -= amount;
  return true;
}
