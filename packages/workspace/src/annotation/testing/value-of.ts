import type { Result } from "@consilium/foundation";

/** What a test rests on: a refusal is a mistake of the test. */
export function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

export function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("This is not there");
  return value;
}
