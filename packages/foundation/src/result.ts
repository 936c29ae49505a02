/** An expected refusal is a value with a closed reason; what is thrown is a bug. */
export type Result<T, Reason extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = <Reason extends string>(reason: Reason): Result<never, Reason> => ({
  ok: false,
  reason,
});
