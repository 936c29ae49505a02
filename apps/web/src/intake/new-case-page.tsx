import "./intake.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Refused } from "../app/refused.ts";
import { answerOf, sessionApi } from "../case/case-api.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { ChoiceList } from "../design/choice-list.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { type Opening, openEmptyCase } from "./intake-api.ts";

/** As listed for whoever asks; the inventory of records knows them by these words. */
const specialties = [
  "oncology",
  "cardiology",
  "spine",
  "neurology",
  "radiology",
  "pathology",
  "general",
] as const;

/** Opens an empty case, and leads into its steps. */
export function NewCasePage() {
  const t = useTranslations("intake");
  const { data } = useQuery({
    queryKey: ["session", "opens"],
    queryFn: () => answerOf(sessionApi.session.$get()),
  });
  return (
    <div className="intake">
      <DocumentTitle page={t("new")} />
      <AppBar side="patient" />
      <MainContent name="intake-main">
        <PageTitle lede={t("newLede")}>{t("newTitle")}</PageTitle>
        {data ? <OpeningForm opensAs={data.opensAs} /> : <SkeletonAfter />}
      </MainContent>
    </div>
  );
}

type As = Opening["as"];

function OpeningForm({ opensAs }: { readonly opensAs: readonly As[] }) {
  const t = useTranslations("intake");
  // Who treats patients asks for one of them more often than for themselves.
  const [as, setAs] = useState<As | undefined>(opensAs.at(-1));
  const [specialty, setSpecialty] = useState<(typeof specialties)[number]>();
  const { mutate, error, isPending } = useOpening();
  if (as === undefined) return <Banner tone="stop" title={t("newNotYours")} />;
  return (
    <div className="intake-fields">
      {opensAs.length > 1 && (
        <ChoiceList
          legend={t("newWho")}
          options={opensAs.map((value) => ({ value, label: t(`who.${value}`) }))}
          value={as}
          onChoose={setAs}
        />
      )}
      <ChoiceList
        legend={t("newAbout")}
        options={specialties.map((value) => ({ value, label: t(`specialty.${value}`) }))}
        value={specialty ?? null}
        onChoose={setSpecialty}
      />
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("newFailed")} />}
      <Button
        look="filled"
        size="wide"
        disabled={isPending}
        onClick={() => mutate({ as, specialty: specialty ?? "general" })}
      >
        {t("newBegin")}
      </Button>
      <Link to="/cases" className="intake-quiet">
        {t("back")}
      </Link>
    </div>
  );
}

function useOpening() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: openEmptyCase,
    onSuccess: ({ id }) =>
      navigate({ to: "/cases/$caseId/intake/$step", params: { caseId: id, step: "safety" } }),
  });
}
