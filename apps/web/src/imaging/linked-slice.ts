import type { SeriesFrame } from "./series-frames.ts";

/**
 * The slice of another stack that lies nearest to this one. Only where both are in one frame of reference and parallel: the
 * same number of millimetres means the same place in the patient nowhere else. Undefined: they are not registered.
 */
export function linkedSlice(from: SeriesFrame, others: readonly SeriesFrame[]): number | undefined {
  const [first] = others;
  if (!from.plane || !first || !isRegistered(from, first)) return undefined;
  const { normal, origin } = from.plane;
  const distances = others.map(({ plane }) =>
    plane
      ? Math.abs(
          (plane.origin[0] - origin[0]) * normal[0] +
            (plane.origin[1] - origin[1]) * normal[1] +
            (plane.origin[2] - origin[2]) * normal[2],
        )
      : Number.POSITIVE_INFINITY,
  );
  const nearest = Math.min(...distances);
  return Number.isFinite(nearest) ? distances.indexOf(nearest) : undefined;
}

/** Whether two pictures lie in one frame of reference, in parallel planes. */
export function isRegistered(one: SeriesFrame, other: SeriesFrame): boolean {
  if (!one.plane || !other.plane || one.frameOfReference === undefined) return false;
  if (one.frameOfReference !== other.frameOfReference) return false;
  const [a, b] = [one.plane.normal, other.plane.normal];
  return Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) > 0.99;
}
