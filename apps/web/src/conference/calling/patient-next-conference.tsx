import "../../follow-up/follow-up.css";
import { nextConference } from "@consilium/clinical";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { useCase, usePeople } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { type Conference, useConferences } from "./conferences-query.ts";
import { standingOf } from "./standing.ts";

/** On the patient's home: when the next conference is, with whom, and the way to it. One that goes on stands across the top. */
export function PatientNextConference() {
  const now = useNow({ updateInterval: 60_000 });
  const { data } = useConferences();
  const next = data && nextConference(data.items, now);
  return next && standingOf(next, now) === "planned" ? <Next conference={next} /> : null;
}

function Next({ conference }: { readonly conference: Conference }) {
  const t = useTranslations("conferences.home");
  const { caseId } = useCase();
  const { id: conferenceId, startsAt } = conference;
  return (
    <section className="follow-up-card" aria-labelledby="next-conference">
      <h2 id="next-conference">{t("title")}</h2>
      <p>
        <b>{t("at", { at: new Date(startsAt) })}</b>
        <br />
        <With conference={conference} />
      </p>
      <ButtonLink size="wide" to="/cases/$caseId/conferences/$conferenceId" params={{ caseId, conferenceId }}>
        {t("act")}
      </ButtonLink>
    </section>
  );
}

function With({ conference: { invited } }: { readonly conference: Conference }) {
  const t = useTranslations("conferences.home");
  const format = useFormatter();
  const people = usePeople();
  const others = invited.flatMap((seat) => people.get(seat) ?? []).filter(({ isOwn }) => !isOwn);
  const names = others.map(({ name }) => name);
  return names.length === 0 ? t("alone") : t("with", { names: format.list(names) });
}
