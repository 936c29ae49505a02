/** These fields and nothing else: what a caller's value holds besides must not slip into what is signed. */
export function pick<Value extends object, Key extends keyof Value & string>(
  value: Value,
  keys: readonly Key[],
): Pick<Value, Key>;
// Object.fromEntries forgets which keys it was given; the signature above says it.
export function pick(value: object, keys: readonly string[]): object {
  const wanted = new Set(keys);
  return Object.fromEntries(Object.entries(value).filter(([key]) => wanted.has(key)));
}
