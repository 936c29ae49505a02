import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "../design/page-title.tsx";
import type { AnswerPlace } from "./answer-api.ts";

/** Who asks, for what, of whom, and by when. */
export function AskedRecord({ place }: { readonly place: AnswerPlace }) {
  const t = useTranslations("answer");
  const { by, programme, from, what, message, patient, due, expires } = place;
  const born = patient.born === null ? null : new Date(`${patient.born}T12:00:00Z`);
  return (
    <>
      <PageTitle lede={t("lede", { by: by ?? programme, programme, from: from ?? "none" })}>
        {t("title")}
      </PageTitle>
      <dl className="answer-facts">
        <Fact name={t("what")}>
          <b dir="auto">{what}</b>
          {message && <p dir="auto">{message}</p>}
        </Fact>
        <Fact name={t("patient")}>
          {born ? t("patientBorn", { initials: patient.initials, born }) : patient.initials}
          <small>{t("patientMore")}</small>
        </Fact>
        <Fact name={t("by")}>
          {due === null ? t("noDay") : t("day", { due: new Date(due) })}
          <small>{t("expires", { at: new Date(expires) })}</small>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
