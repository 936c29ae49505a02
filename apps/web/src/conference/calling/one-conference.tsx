import "./calling.css";
import { isToCome } from "@consilium/clinical";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useNow, useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { useCase } from "../../case/case-context.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { PageOnItsWay } from "../../design/page-on-its-way.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { NotesOf } from "../notes/notes-of.tsx";
import { Attended } from "./attended.tsx";
import { ConferenceActs } from "./conference-acts.tsx";
import { type Conference, useConferences } from "./conferences-query.ts";
import { GuestList } from "./guest-list.tsx";
import { Invited } from "./invited.tsx";
import { Recordings } from "./recordings.tsx";
import { StandingGlyph } from "./standing-glyph.tsx";
import { standingOf } from "./standing.ts";
import { useStandingWords } from "./use-standing-words.ts";
import { useZoneWords } from "./use-zone-words.ts";

const route = getRouteApi("/cases/$caseId/conferences/$conferenceId");

/** One conference at its own address: before it who is asked, afterwards what was decided, written, and who was there. */
export function OneConference() {
  const { conferenceId } = route.useParams();
  const { data, error } = useConferences();
  if (error) throw error;
  const conference = data?.items.find(({ id }) => id === conferenceId);
  if (!data) return <PageOnItsWay />;
  return (
    <>
      <BackToAll />
      {conference ? <Whole key={conference.id} conference={conference} /> : <Gone />}
    </>
  );
}

function BackToAll() {
  const t = useTranslations("conferences.one");
  const { caseId } = useCase();
  return (
    <p className="conference-back">
      <Link to="/cases/$caseId/conferences" params={{ caseId }}>
        {t("all")}
      </Link>
    </p>
  );
}

function Gone() {
  const t = useTranslations("conferences.one");
  return (
    <EmptyState level={1} title={t("gone")}>
      <p>{t("goneText")}</p>
    </EmptyState>
  );
}

/** Others read another hour. */
function Zone() {
  const t = useTranslations("conferences.form");
  return <p className="conference-quiet">{t("timeHint", { zone: useZoneWords() })}</p>;
}

function Whole({ conference }: { readonly conference: Conference }) {
  const t = useTranslations("conferences.one");
  const now = useNow({ updateInterval: 60_000 });
  const words = useStandingWords(conference);
  const title = t("title", { at: new Date(conference.begunAt ?? conference.startsAt) });
  const standing = standingOf(conference, now);
  const isHeld = standing === "live" || standing === "ended";
  return (
    <>
      <DocumentTitle page={title} />
      <PageTitle>{title}</PageTitle>
      <p className="conference-standing">
        <StandingGlyph standing={standing} /> {words}
      </p>
      {isToCome(conference) && <Zone />}
      <ConferenceActs conference={conference} />
      {standing !== "cancelled" && standing !== "not-held" && (
        <NotesOf conferenceId={conference.id} isLive={false} />
      )}
      {isHeld && <Attended conference={conference} />}
      <Recordings conference={conference} />
      {isToCome(conference) && <Invited conference={conference} />}
      {(isToCome(conference) || conference.guests.length > 0) && <GuestList conference={conference} />}
    </>
  );
}
