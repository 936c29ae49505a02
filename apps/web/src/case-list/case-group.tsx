import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { CaseRow } from "./case-row.tsx";
import type { CaseGroup as Group } from "./group-cases.ts";

export interface CaseGroupProps {
  readonly group: Group<CaseListItem>;
  readonly chosen: string | undefined;
  /** The names of the columns stand once, above the first group. */
  readonly isFirst: boolean;
}

export function CaseGroup({ group, chosen, isFirst }: CaseGroupProps) {
  const t = useTranslations("caseList");
  const { likeness, cases } = group;
  const name = useNameOf(likeness);
  return (
    <section className="case-group">
      <header>
        <div>
          <h2>{name}</h2>
          <span className="case-facts">{t("count", { count: cases.length })}</span>
        </div>
        {isFirst && (
          <>
            <span>{t("missing")}</span>
            <span>{t("records")}</span>
            <span>{t("opinion")}</span>
            <span>{t("with")}</span>
          </>
        )}
      </header>
      <ul className="case-rows">
        {cases.map((item) => (
          <CaseRow
            key={item.id}
            item={item}
            isChosen={item.id === chosen}
            showTitle={!("title" in likeness)}
          />
        ))}
      </ul>
    </section>
  );
}

function useNameOf(likeness: Group<CaseListItem>["likeness"]): string {
  const t = useTranslations("caseList");
  if ("title" in likeness) return likeness.title;
  if ("question" in likeness) return likeness.question;
  return t("specialty", { specialty: likeness.specialty });
}
