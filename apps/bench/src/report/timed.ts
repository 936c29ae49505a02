/** Milliseconds. */
export async function timed<T>(
  act: () => T | Promise<T>,
): Promise<{ readonly took: number; readonly value: T }> {
  const began = performance.now();
  const value = await act();
  return { took: performance.now() - began, value };
}
