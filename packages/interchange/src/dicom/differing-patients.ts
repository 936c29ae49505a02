import type { DicomInstance, DicomPatient } from "./dicom-instance.ts";

export interface PatientFound {
  /** As the first file writes it. */
  readonly patient: DicomPatient;
  /** Every number that the files give them. */
  readonly ids: readonly string[];
  readonly instances: readonly DicomInstance[];
}

/** Letters without accents and case, in whatever order the names stand. */
const nameKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .toSorted()
    .join(" ");

/** A file without a birth date belongs to the one patient of that name; where there are two, to neither. */
function keysOf(patients: readonly DicomPatient[]): readonly string[] {
  const dates = Map.groupBy(patients, ({ name }) => nameKey(name));
  return patients.map(({ name, birthDate }) => {
    const key = nameKey(name);
    const known = new Set(dates.get(key)?.flatMap((patient) => patient.birthDate ?? []));
    const [only] = known;
    return `${key}|${birthDate ?? (known.size === 1 && key !== "" ? only : "")}`;
  });
}

/** The patients that files name, by name and birth date, so that somebody can be asked before they are mixed. */
export function differingPatients(instances: readonly DicomInstance[]): readonly PatientFound[] {
  const keys = keysOf(instances.map(({ patient }) => patient));
  const groups = Map.groupBy(instances.entries(), ([index]) => keys[index] ?? "");
  return Array.from(groups.values()).flatMap((group) => {
    const members = group.map(([, instance]) => instance);
    const [first] = members;
    if (first === undefined) return [];
    const ids = [...new Set(members.map(({ patient }) => patient.id).filter((id) => id !== ""))];
    return [{ patient: first.patient, ids, instances: members }];
  });
}
