import "./notify.css";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Refused } from "../app/refused.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { outboxQuery } from "./notification-query.ts";

/** `/outbox`: in development, what would have been sent. */
export function OutboxPage() {
  const t = useTranslations("notify");
  const { data, error } = useQuery(outboxQuery);
  if (error && !(error instanceof Refused)) throw error;
  return (
    <>
      <DocumentTitle page={t("outboxTitle")} />
      <AppBar />
      <MainContent name="settings">
        {error && (
          <EmptyState level={1} title={t("outboxAway")}>
            <p>{t("outboxAwayText")}</p>
          </EmptyState>
        )}
        {!error && <PageTitle lede={t("outboxText")}>{t("outboxTitle")}</PageTitle>}
        {!error && !data && <SkeletonAfter />}
        {data?.items.length === 0 && <p>{t("outboxNone")}</p>}
        <ul className="outbox">
          {data?.items.map(({ id, name, address, subject, text, at }) => (
            <li key={id}>
              <h2>{subject}</h2>
              <p>{t("outboxTo", toWhom(name, address, at))}</p>
              <pre>{text}</pre>
            </li>
          ))}
        </ul>
      </MainContent>
    </>
  );
}

const toWhom = (name: string | null, address: string, at: string) => ({
  isNamed: name === null ? ("no" as const) : ("yes" as const),
  name: name ?? "",
  address,
  at: new Date(at),
});
