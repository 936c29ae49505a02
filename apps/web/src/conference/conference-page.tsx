import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { ScreenOnItsWay } from "../app/screen-on-its-way.tsx";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { type Conference, useConferences } from "./calling/conferences-query.ts";
import { NotesPanel } from "./notes/notes-panel.tsx";
import { ConferenceScreen } from "./room/conference-screen.tsx";
import { Stage } from "./showing/stage.tsx";
import { useDescribe } from "./use-describe.ts";

const route = getRouteApi("/cases/$caseId/conference/$conferenceId");

/** A conference of the case that is open, for whoever has a place in it. */
export function ConferencePage() {
  const { conferenceId } = route.useParams();
  const { data, error } = useConferences();
  const conference = data?.items.find(({ id }) => id === conferenceId);
  if (!data) {
    if (error) throw error;
    return <ScreenOnItsWay />;
  }
  if (!conference) return <NoConference as="unknown" />;
  if (conference.state === "cancelled") return <NoConference as="cancelled" />;
  return <OpenConference key={conferenceId} conference={conference} />;
}

function OpenConference({ conference }: { readonly conference: Conference }) {
  const { seat, detail } = useCase();
  const describe = useDescribe(conference);
  const untitled = useTranslations("intake")("untitled");
  const { id, startsAt, minutes, begunAt } = conference;
  // One that ends meanwhile says so by itself.
  const [wasOver] = useState(conference.state === "ended");
  const title = `${detail.patient.name}: ${detail.title || untitled}`;
  const about = useMemo(
    () => ({
      conferenceId: id,
      title,
      startsAt: new Date(startsAt),
      minutes,
      begunAt: begunAt === null ? null : new Date(begunAt),
    }),
    [id, title, startsAt, minutes, begunAt],
  );
  const frame = useCallback((page: ReactNode) => <Frame>{page}</Frame>, []);
  if (wasOver) return <NoConference as="over" />;
  return (
    <ConferenceScreen
      about={about}
      seat={seat}
      describe={describe}
      frame={frame}
      ways={<Ways />}
      stage={<Stage />}
      notes={<NotesPanel />}
    />
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { detail, people } = useCase();
  const own = people.get(detail.seat.id);
  return (
    <>
      <AppBar {...(own && { colour: own.colour, side: own.side })} />
      <MainContent name="door-main">{children}</MainContent>
    </>
  );
}

function Ways() {
  const t = useTranslations("door");
  const { caseId } = useCase();
  return (
    <>
      <ButtonLink to="/cases/$caseId/conferences" params={{ caseId }}>
        {t("toConferences")}
      </ButtonLink>
      <ButtonLink to="/cases/$caseId" params={{ caseId }} look="quiet">
        {t("toCase")}
      </ButtonLink>
    </>
  );
}

const titles = { unknown: "unknownTitle", cancelled: "isCancelled", over: "isOver" } as const;

/** There is nothing to go into. */
function NoConference({ as }: { readonly as: keyof typeof titles }) {
  const t = useTranslations("door");
  return (
    <Frame>
      <DocumentTitle page={t("page")} />
      <EmptyState level={1} title={t(titles[as])} actions={<Ways />}>
        <p>{as === "over" ? t("isOverText") : t("unknownText")}</p>
      </EmptyState>
    </Frame>
  );
}
