import cardiology from "../../content/checklist/cardiology.json" with { type: "json" };
import general from "../../content/checklist/general.json" with { type: "json" };
import neurology from "../../content/checklist/neurology.json" with { type: "json" };
import oncology from "../../content/checklist/oncology.json" with { type: "json" };
import pathology from "../../content/checklist/pathology.json" with { type: "json" };
import radiology from "../../content/checklist/radiology.json" with { type: "json" };
import spine from "../../content/checklist/spine.json" with { type: "json" };
import { isRecordType, type RecordType } from "./record-types.ts";

export interface ListedType {
  readonly type: RecordType;
  /** No opinion without it: where it is missing, the opinion says so. */
  readonly isCore: boolean;
  /** What cannot be judged without it, in one sentence; null: nobody says. */
  readonly blocks: string | null;
}

/** A file of content/checklist: the records that a specialty asks for. */
export interface Checklist {
  readonly id: string;
  readonly version: number;
  readonly specialty: string;
  readonly records: readonly {
    readonly type: string;
    readonly isCore: boolean;
    readonly blocks: string;
  }[];
}

/** All of them; the general one is for specialties that have none. */
export const checklists: readonly Checklist[] = [
  oncology,
  cardiology,
  spine,
  neurology,
  radiology,
  pathology,
  general,
];

const typesOf = ({ records }: Checklist): readonly ListedType[] =>
  records.flatMap(({ type, isCore, blocks }) => (isRecordType(type) ? [{ type, isCore, blocks }] : []));

const lists = new Map(checklists.map((checklist) => [checklist.specialty, typesOf(checklist)]));
const generalList = typesOf(general);

/** What a specialty asks for, the most needed first. One that is not known here asks for what everybody does. */
export const specialtyList = (specialty: string): readonly ListedType[] =>
  lists.get(specialty) ?? generalList;
