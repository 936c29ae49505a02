import { type ListedType, type RecordType, recordTypes, specialtyList } from "@consilium/clinical";
import type { ListInput, ProgrammeContent, ProgrammeList } from "./programme-api.ts";
import type { Fields, Kept } from "./unsaved.ts";

/** Whether a type of record is asked for, and whether the opinion cannot do without it. */
export const standings = ["needed", "asked", "no"] as const;
export type Standing = (typeof standings)[number];

/** In characters. */
export const longestBlocks = 200;

/** By type: its standing, and in the programme's own words what cannot be judged without it. */
export type ListField = RecordType | `${RecordType} blocks`;
export type ListFields = Fields<ListField>;

export const blocksOf = (type: RecordType): ListField => `${type} blocks`;

/** The list that a specialty's cases have now: the programme's own, or the one that comes along. */
export const listInForce = (
  { lists }: Pick<ProgrammeContent, "lists">,
  specialty: string,
): {
  readonly own: ProgrammeList | undefined;
  readonly records: readonly Pick<ListedType, "type" | "isCore">[];
} => {
  const own = lists.find((list) => list.specialty === specialty);
  return { own, records: own?.records ?? specialtyList(specialty) };
};

type Standings = ReturnType<typeof listInForce>["records"];

/** `own`: the programme's list. The words of the one that comes along are no words of the form. */
export function fieldsOfList(records: Standings, own: ProgrammeList | undefined): Kept<ListField> {
  const listed = new Map(records.map(({ type, isCore }) => [type, isCore]));
  const said = new Map(own?.records.map(({ type, blocks }) => [type, blocks]));
  const standing = (type: RecordType): Standing =>
    listed.has(type) ? (listed.get(type) ? "needed" : "asked") : "no";
  const of = (type: RecordType): readonly (readonly [ListField, string])[] => [
    [type, standing(type)],
    [blocksOf(type), said.get(type) ?? ""],
  ];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Of every type.
  const fields = Object.fromEntries(recordTypes.flatMap(of)) as ListFields;
  return { version: own?.version ?? 0, fields };
}

/** In the order in which they are shown: what the list has as it stands there, then all others. */
export const orderOf = (records: Standings): readonly RecordType[] => [
  ...new Set([...records.map(({ type }) => type), ...recordTypes]),
];

/** As the server takes it: those that the opinion cannot do without first. */
export function recordsOf(fields: ListFields, order: readonly RecordType[]): ListInput["records"] {
  const of = (standing: Standing) =>
    order
      .filter((type) => fields[type] === standing)
      .map((type) => ({
        type,
        isCore: standing === "needed",
        blocks: fields[blocksOf(type)].trim() || null,
      }));
  return [...of("needed"), ...of("asked")];
}
