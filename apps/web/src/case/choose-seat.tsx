import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import "./case.css";
import { answerOf, caseApi, type CaseListItem } from "./case-api.ts";

/** Whoever sits twice in a case says in which seat they come (documents.md, section 1). The choice stays in the address. */
export function ChooseSeat({ caseId }: { readonly caseId: string }) {
  const t = useTranslations("workspace");
  const { data: found, error } = useQuery({
    queryKey: ["seats-to-choose", caseId],
    queryFn: () => findInList(caseId),
  });
  if (error) throw error;
  return (
    <>
      <AppBar />
      <MainContent name="choose-seat">
        <DocumentTitle page={t("chooseSeatTitle")} />
        <PageTitle lede={t("chooseSeatText")}>{t("chooseSeatTitle")}</PageTitle>
        {found === undefined && <SkeletonAfter lines={[40, 40]} />}
        <ul className="choose-seat-list">
          {found?.seats.map(({ id, role }) => (
            <li key={id}>
              <ButtonLink
                to="/cases/$caseId"
                params={{ caseId }}
                search={{ seat: id }}
                look="plain"
                size="wide"
              >
                {t("enterAs", { role: t(`role.${role}`) })}
              </ButtonLink>
            </li>
          ))}
        </ul>
        {found === null && <Link to="/cases">{t("goneTitle")}</Link>}
      </MainContent>
    </>
  );
}

/** The case as the list of cases names it; `null`: not there. */
async function findInList(caseId: string): Promise<CaseListItem | null> {
  let after: string | undefined;
  do {
    const page = await answerOf(caseApi.cases.$get({ query: { limit: "100", ...(after && { after }) } }));
    const found = page.items.find(({ id }) => id === caseId);
    if (found) return found;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return null;
}
