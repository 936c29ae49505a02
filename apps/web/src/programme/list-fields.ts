import { type ListedType, type RecordType, recordTypes, specialtyList } from "@consilium/clinical";
import type { ProgrammeContent, ProgrammeList } from "./programme-api.ts";
import type { Fields, Kept } from "./unsaved.ts";

/** Whether a type of record is asked for, and whether the opinion cannot do without it. */
export const standings = ["needed", "asked", "no"] as const;
export type Standing = (typeof standings)[number];
export type ListFields = Fields<RecordType>;

/** The list that a specialty's cases have now: the programme's own, or the one that comes along. */
export const listInForce = (
  { lists }: Pick<ProgrammeContent, "lists">,
  specialty: string,
): { readonly own: ProgrammeList | undefined; readonly records: readonly ListedType[] } => {
  const own = lists.find((list) => list.specialty === specialty);
  return { own, records: own?.records ?? specialtyList(specialty) };
};

export function fieldsOfList(records: readonly ListedType[], version: number): Kept<RecordType> {
  const listed = new Map(records.map(({ type, isCore }) => [type, isCore]));
  const standing = (type: RecordType): Standing =>
    listed.has(type) ? (listed.get(type) ? "needed" : "asked") : "no";
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Of every type.
  const fields = Object.fromEntries(recordTypes.map((type) => [type, standing(type)])) as ListFields;
  return { version, fields };
}

/** In the order in which they are shown: what the list has as it stands there, then all others. */
export const orderOf = (records: readonly ListedType[]): readonly RecordType[] => [
  ...new Set([...records.map(({ type }) => type), ...recordTypes]),
];

/** As the server takes it: those that the opinion cannot do without first. */
export function recordsOf(fields: ListFields, order: readonly RecordType[]): ListedType[] {
  const of = (standing: Standing) => order.filter((type) => fields[type] === standing);
  return [
    ...of("needed").map((type) => ({ type, isCore: true })),
    ...of("asked").map((type) => ({ type, isCore: false })),
  ];
}
