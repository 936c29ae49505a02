import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { NotFound } from "../app/not-found.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { patientSlots } from "./patient-slots.ts";

/** "Messages": what I asked, and what was answered. */
export function PatientMessages() {
  const t = useTranslations("patient");
  const { Messages } = patientSlots;
  if (!Messages) return <NotFound />;
  return (
    <>
      <DocumentTitle page={t("tab.messages")} />
      <PageTitle>{t("messagesTitle")}</PageTitle>
      <Messages />
    </>
  );
}

/** "Records": what the doctors read. */
export function PatientRecords() {
  const t = useTranslations("patient");
  const { Records } = patientSlots;
  if (!Records) return <NotFound />;
  return (
    <>
      <DocumentTitle page={t("tab.records")} />
      <PageTitle>{t("recordsTitle")}</PageTitle>
      <Records />
    </>
  );
}
