import "./coordination.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { answerOf } from "../case/case-api.ts";
import { Banner } from "../design/banner.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { type Practice, practiceApi } from "./coordination-api.ts";
import { PracticeForm } from "./practice-form.tsx";

const own = practiceApi.session.practice;
const queryKey = ["practice"];

/** `/practice`: what a specialist works on, said by themselves. */
export function PracticePage() {
  const t = useTranslations("coordination.practice");
  const { data, error } = useQuery({ queryKey, queryFn: () => answerOf(own.$get()), retry: false });
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar />
      <MainContent name="practice-page">
        {error && (
          <EmptyState level={1} title={t("title")}>
            <p>{error.message}</p>
          </EmptyState>
        )}
        {!data && !error && <PageOnItsWay title={t("title")} />}
        {data && (
          <>
            <PageTitle lede={t("lede", { programme: data.programme })}>{t("title")}</PageTitle>
            <OwnPractice practice={data.practice} />
          </>
        )}
      </MainContent>
    </>
  );
}

function OwnPractice({ practice }: { readonly practice: Practice | null }) {
  const t = useTranslations("coordination.practice");
  const queries = useQueryClient();
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: (json: Practice) => answerOf(own.$put({ json })),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <PracticeForm practice={practice} isPending={isPending} error={error} onSave={mutate} />
      {isSuccess && <Banner tone="ok" title={t("saved")} />}
    </>
  );
}
