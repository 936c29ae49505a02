import { IconVideo } from "@tabler/icons-react";
import { useMatch } from "@tanstack/react-router";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Banner } from "../../design/banner.tsx";
import { ButtonLink } from "../../design/button-link.tsx";
import { useConferences } from "./conferences-query.ts";
import { type Announced, announced, hereNow } from "./standing.ts";

/** Across the top of the case: a conference goes on, or is about to begin. */
export function ConferenceBanner() {
  const { data } = useConferences();
  const now = useNow({ updateInterval: 20_000 });
  const isInside = useMatch({ from: "/cases/$caseId/conference/$conferenceId", shouldThrow: false });
  const told = data && announced(data.items, now);
  return told && !isInside ? <Told told={told} /> : null;
}

function Told({ told }: { readonly told: Announced }) {
  const t = useTranslations("conferences.banner");
  const { caseId } = useCase();
  const { id: conferenceId } = told.conference;
  return (
    <Banner
      tone={told.is === "live" ? "ok" : "draft"}
      isBar
      icon={<IconVideo size="1.125rem" stroke={1.75} aria-hidden />}
      title={<TitleOf told={told} />}
      action={
        <ButtonLink
          size="small"
          to="/cases/$caseId/conference/$conferenceId"
          params={{ caseId, conferenceId }}
        >
          {t("goIn")}
        </ButtonLink>
      }
    >
      <More told={told} />
    </Banner>
  );
}

/** So late is still now. Milliseconds. */
const aMoment = 2 * 60_000;

function TitleOf({ told }: { readonly told: Announced }) {
  const t = useTranslations("conferences.banner");
  const now = useNow({ updateInterval: 20_000 });
  const at = new Date(told.conference.startsAt);
  if (told.is === "live") return t("live");
  if (now.getTime() - at.getTime() > aMoment) return t("late", { at });
  return told.minutes === 0 ? t("begins") : t("soon", { minutes: told.minutes });
}

function More({ told: { is, conference } }: { readonly told: Announced }) {
  const t = useTranslations("conferences.banner");
  const format = useFormatter();
  const { people } = useCase();
  if (is === "live") {
    const names = hereNow(conference);
    return names.length === 0 ? t("liveNobody") : t("liveWith", { names: format.list(names) });
  }
  const name = people.get(conference.calledBy)?.name;
  return name === undefined ? null : t("calledBy", { name });
}
