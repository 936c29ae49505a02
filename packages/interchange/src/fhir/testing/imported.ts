import type { ClinicalRecord, RecordKind, RecordOf } from "@consilium/clinical";
import { importFhir } from "../import-fhir.ts";
import type { Imported } from "../imported.ts";
import { bundle, type Draft, encode, importOptions, withDigits } from "./bundles.ts";

/** What a bundle of a patient and these resources becomes; throws where it is refused. */
export function imported(resources: readonly Draft[], type?: string): Imported {
  const result = importFhir(encode(withDigits(bundle(resources, type))), importOptions());
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

const isKind = <Kind extends RecordKind>(record: ClinicalRecord, kind: Kind): record is RecordOf<Kind> =>
  record.kind === kind;

/** The one record of this kind. */
export function only<Kind extends RecordKind>(content: Imported, kind: Kind): RecordOf<Kind> {
  const [record, another] = content.records.flatMap((one) => (isKind(one, kind) ? [one] : []));
  if (record === undefined || another !== undefined) throw new Error(`not one ${kind}`);
  return record;
}

/** "2 Claim billing": what was not understood, in short. */
export const gapsIn = ({ notUnderstood }: Imported): readonly string[] =>
  notUnderstood.map(
    ({ type, part, gap, count }) => `${count} ${type}${part === null ? "" : `.${part}`} ${gap}`,
  );
