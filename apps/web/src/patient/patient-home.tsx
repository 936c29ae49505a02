import { IconPhoneCall } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useFormatter, useNow, useTimeZone, useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { useMe } from "../app/session.ts";
import { partOfDay } from "../case-list/part-of-day.ts";
import { useCase } from "../case/case-context.ts";
import { PatientConferencesLink } from "../conference/calling/patient-conferences-link.tsx";
import { PatientNextConference } from "../conference/calling/patient-next-conference.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { PatientFeedback } from "../follow-up/patient-feedback.tsx";
import { PatientVisit } from "../follow-up/patient-visit.tsx";
import { homeLede, homeSentence } from "./home-sentence.ts";
import { writersOf } from "./patient-names.ts";
import { strong } from "./strong.tsx";
import { ToDo } from "./to-do.tsx";
import { WayList } from "./way-list.tsx";

/** "My case": where it stands, what is asked of me, what comes next and by when. */
export function PatientHome() {
  const t = useTranslations("patient");
  const steps = useTranslations("intake");
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const me = useMe();
  const people = useTranslations("people");
  const { caseId, detail } = useCase();
  const [name = me.name] = me.name.split(" ");
  return (
    <>
      <DocumentTitle page={t("tab.case")} />
      <p className="patient-greeting">
        {t("greeting", { part: partOfDay(now, zone), name })}
        {detail.seat.role === "proxy" && <b>{t("forWhom", { name: detail.patient.name })}</b>}
      </p>
      <PageTitle lede={<Lede now={now} />}>
        <Title />
      </PageTitle>
      <ToDo />
      <PatientNextConference />
      <PatientVisit />
      <PatientFeedback />
      <WayList />
      <Emergency />
      <PatientConferencesLink />
      <p className="patient-quiet">
        <Link to="/cases/$caseId/people" params={{ caseId }}>
          {people("open")}
        </Link>
      </p>
      <p className="patient-quiet">
        <Link to="/cases/new">{steps("new")}</Link>
      </p>
    </>
  );
}

function Title() {
  const t = useTranslations("patient");
  const format = useFormatter();
  const { detail, people } = useCase();
  const writers = writersOf(people.values(), undefined);
  const sentence = homeSentence(detail, writers.length);
  if (sentence === "in-review")
    return t("home.in-review", { names: format.list(writers), count: writers.length });
  return t(`home.${sentence}`);
}

function Lede({ now }: { readonly now: Date }) {
  const t = useTranslations("patient");
  const { detail } = useCase();
  const lede = homeLede(detail, now);
  switch (lede.say) {
    case "by-day":
      return t.rich("lede.by-day", { due: lede.due, b: strong });
    case "late":
      return t.rich("lede.late", { due: lede.due, b: strong });
    case "paused":
      return lede.reason;
    case "draft":
    case "submitted":
    case "gathering-records":
    case "no-day":
    case "signed":
    case "here":
    case "over":
      return t(`lede.${lede.say}`);
  }
}

/** On every home: nobody watches this day and night. */
function Emergency() {
  const t = useTranslations("patient");
  const { emergency } = useCase().detail.organisation;
  return (
    <aside className="patient-note">
      <IconPhoneCall size="1.375rem" stroke={1.75} aria-hidden />
      <p>
        {emergency
          ? t.rich("emergency", { name: emergency.name, phone: unbroken(emergency.phone), b: strong })
          : t("emergencyNumber")}
      </p>
    </aside>
  );
}

/** A number is read in one piece. */
const unbroken = (phone: string) => phone.replaceAll(" ", "\u00A0");
