import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { CallDialog } from "./call-dialog.tsx";
import { useConferences } from "./conferences-query.ts";

export interface CallForVisitProps {
  /** When the visit is planned. */
  readonly at: string;
}

/** A visit that has a time becomes a conference at that time; one that is called for it already is enough. */
export function CallForVisit({ at }: CallForVisitProps) {
  const t = useTranslations("conferences.visit");
  const { data } = useConferences();
  const [isCalling, setCalling] = useState(false);
  if (!data) return null;
  const isCalled = data.items.some(
    ({ startsAt, state }) => state !== "cancelled" && new Date(startsAt).getTime() === new Date(at).getTime(),
  );
  if (isCalled) return <span>{t("called")}</span>;
  if (!data.mayCall) return null;
  return (
    <>
      <Button size="small" onClick={() => setCalling(true)}>
        {t("call")}
      </Button>
      {isCalling && <CallDialog at={new Date(at)} onClose={() => setCalling(false)} />}
    </>
  );
}
