import { groupPatients, mayBeSamePatient, type NamedPatient, namesNobody } from "@consilium/clinical";
import type { PatientDetails } from "@consilium/database";
import type { DeliveryReading } from "@consilium/record-import";
import { z } from "zod";

/** Somebody found in files, as a person is asked about them. */
export interface PatientChoice {
  readonly id: string;
  readonly name: string;
  readonly born: string | null;
  readonly files: number;
  readonly fits: boolean;
}

export interface ChosenPatients {
  /** Files name somebody else than the case's patient, and nobody has said yet whose they are. */
  readonly asks: boolean;
  readonly patients: readonly PatientChoice[];
  /** Paths of files that are about somebody who was not taken. */
  readonly leftOut: ReadonlySet<string>;
}

const Taken = z.array(z.string()).nullable();

/**
 * Who the files are about. Files of one delivery may name two people, or somebody else than the patient of the case: nothing is
 * mixed before a person has said whose they are. Files that name nobody (also as "Anonymous") go with the rest.
 */
export function choosePatients(
  { patients }: Pick<DeliveryReading, "patients">,
  { name, born }: Pick<PatientDetails, "name" | "born">,
  taken: unknown,
): ChosenPatients {
  const named = patients.map(({ birthDate, ...found }) => ({ ...found, born: birthDate }));
  const people = named.filter((one) => !namesNobody(one));
  const groups = groupPatients(people).map((members, place) => ({
    id: String(place),
    name: members[0]?.name ?? "",
    born: members.find((member) => member.born !== null)?.born ?? null,
    paths: members.flatMap(({ paths }) => paths),
    fits: members.every((member) => mayBeSamePatient(member, { name, born } satisfies NamedPatient)),
  }));
  const choices = groups.map(({ paths, ...group }) => ({ ...group, files: paths.length }));
  const answer = Taken.parse(taken);
  const asks = answer === null && groups.some(({ fits }) => !fits);
  const out = answer === null ? [] : groups.filter(({ id }) => !answer.includes(id));
  return { asks, patients: choices, leftOut: new Set(out.flatMap(({ paths }) => paths)) };
}
