import { codeSystems } from "./code-systems.ts";
import type { LaboratoryPoint, LaboratorySeries } from "./laboratory.ts";

interface Content {
  readonly series: readonly LaboratorySeries[];
}

/**
 * Of a laboratory record that a newer one replaced: under which id each of its values stands there. The laboratory's own number
 * says which value it is; else what was measured, in which specimen, and when. A value that could be two is none.
 */
export function sameObservations(earlier: Content, newer: Content): ReadonlyMap<string, string> {
  const [were, are] = [valuesOf(earlier), valuesOf(newer)];
  const byNumber = pairs(were, are, ({ point: { source } }, code) =>
    source === undefined ? undefined : JSON.stringify([source, code]),
  );
  const byTime = pairs(were, are, ({ point: { date, specimen } }, code) =>
    date === null ? undefined : JSON.stringify([date, specimen ?? null, code]),
  );
  return new Map([...byTime, ...byNumber]);
}

interface Value {
  readonly series: LaboratorySeries;
  readonly point: LaboratoryPoint;
}

const valuesOf = ({ series }: Content): readonly Value[] =>
  series.flatMap((one) => one.points.map((point) => ({ series: one, point })));

type KeyOf = (value: Value, code: string) => string | undefined;

/** Values that have a key alone on both sides. */
function pairs(
  were: readonly Value[],
  are: readonly Value[],
  keyOf: KeyOf,
): readonly (readonly [string, string])[] {
  const now = aloneByKey(are, keyOf);
  return [...aloneByKey(were, keyOf)].flatMap(([key, id]) => {
    const other = now.get(key);
    return other === undefined ? [] : [[id, other] as const];
  });
}

function aloneByKey(values: readonly Value[], keyOf: KeyOf): ReadonlyMap<string, string> {
  const groups = Map.groupBy(values, (value) => keyOf(value, codeOf(value.series)));
  return new Map(
    [...groups].flatMap(([key, [only, another]]) =>
      key !== undefined && only && !another ? [[key, only.point.id] as const] : [],
    ),
  );
}

function codeOf({ codings, title }: LaboratorySeries): string {
  const coding = codings.find(({ system }) => system === codeSystems.loinc) ?? codings[0];
  return coding ? `${coding.system}|${coding.code}` : title.trim().toLowerCase();
}
