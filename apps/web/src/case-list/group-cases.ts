import type { CaseListItem } from "../case/case-api.ts";

/** Cases that are alike, and so ask for the same checklist. */
export interface CaseGroup<Item> {
  /** Closed: by the same title, or only by the same specialty. */
  readonly likeness: { readonly title: string } | { readonly specialty: string };
  readonly cases: readonly Item[];
}

type Groupable = Pick<CaseListItem, "title" | "specialty">;

/**
 * Cases of one title stand together; the others of a specialty below its name, or alone below their title. In the order of the list: a group stands
 * where its first case stood.
 */
export function groupCases<Item extends Groupable>(cases: readonly Item[]): CaseGroup<Item>[] {
  const byTitle = Map.groupBy(cases, keyOfTitle);
  // Cases without a name are not alike by having none.
  const isShared = (item: Item) => item.title !== "" && (byTitle.get(keyOfTitle(item))?.length ?? 0) > 1;
  const groups = Map.groupBy(cases, (item) =>
    isShared(item) ? `title ${keyOfTitle(item)}` : `specialty ${item.specialty}`,
  );
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { title, specialty } = first;
    const isOneTitle = title !== "" && (members.length === 1 || isShared(first));
    return [{ likeness: isOneTitle ? { title } : { specialty }, cases: members }];
  });
}

const keyOfTitle = ({ title, specialty }: Groupable): string =>
  `${specialty} ${title.trim().replace(/\s+/gu, " ").toLocaleLowerCase("en")}`;
