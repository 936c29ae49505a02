import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { peopleBySeat } from "../case/people.ts";
import { ConferenceLink } from "../conference/calling/conference-of-case.tsx";
import { AvatarRow } from "../design/avatar-row.tsx";
import { Avatar } from "../design/avatar.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { personColours } from "../design/person-colour.ts";
import { asksForCasePages } from "./ask-for-case-pages.ts";
import { CaseFacts } from "./case-facts.tsx";
import { DraftProgress } from "./draft-progress.tsx";
import { MissingRecords } from "./missing-records.tsx";

/** Beside the list, on a desk: enough to know whether to open it. */
export function CasePreview({ item }: { readonly item: CaseListItem }) {
  const t = useTranslations("caseList");
  const steps = useTranslations("intake");
  const people = [...peopleBySeat(item.people).values()].filter(({ hasEnded }) => !hasEnded);
  const patient = people.find(({ role }) => role === "patient");
  return (
    <aside className="case-preview" aria-label={t("preview")}>
      <div className="case-preview-head">
        <Avatar
          person={{ ...item.patient, colour: patient?.colour ?? personColours[9], side: "patient" }}
          size={34}
          isDecoration
        />
        <div>
          <h2>{item.patient.name || steps("unnamed")}</h2>
          <p className="case-facts num">
            {item.number} · <CaseFacts item={item} />
          </p>
        </div>
      </div>
      <h3>{t("firstQuestion")}</h3>
      <p className="case-preview-question">{item.firstQuestion ?? t("noQuestion")}</p>
      <Standing item={item} />
      <h3>{t("missing")}</h3>
      <MissingRecords item={item} />
      <h3>{t("people")}</h3>
      <AvatarRow people={people.map((person) => ({ ...person, id: person.seat }))} size={24} />
      <ButtonLink to="/cases/$caseId" params={{ caseId: item.id }} look="filled" {...asksForCasePages}>
        {t("open")} <kbd aria-hidden="true">↵</kbd>
      </ButtonLink>
    </aside>
  );
}

function Standing({ item }: { readonly item: CaseListItem }) {
  const t = useTranslations("caseList");
  return (
    <>
      <h3>{t("whereItStands")}</h3>
      <p>{t(`state.${item.state}`)}</p>
      <DraftProgress item={item} />
      {item.conference && (
        <p>
          <ConferenceLink caseId={item.id} conference={item.conference} />
        </p>
      )}
      {item.patientAsked && <p>{t("patientAsked")}</p>}
    </>
  );
}
