import type { ImportedContent } from "../imported.ts";

/** Resources neither represented nor counted as not understood, over all types: 0, or something was dropped. */
export function unaccounted(content: ImportedContent): number {
  const total = content.counts.reduce((sum, count) => sum + count.total - count.represented, 0);
  const whole = content.notUnderstood.filter(({ part }) => part === null);
  return total - whole.reduce((sum, { count }) => sum + count, 0);
}
