import { useFormatter, useNow, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { calendarOf, type Conference } from "./conferences-query.ts";
import { StandingGlyph } from "./standing-glyph.tsx";
import { hereNow, standingOf } from "./standing.ts";
import { useStandingWords } from "./use-standing-words.ts";

export interface ConferenceRowProps {
  readonly conference: Conference;
  /** The next one: its way in is the next step of the page. */
  readonly isFirst?: boolean;
}

/** One conference in the list: when, who, and the way in. */
export function ConferenceRow({ conference, isFirst = false }: ConferenceRowProps) {
  const now = useNow({ updateInterval: 60_000 });
  const words = useStandingWords(conference);
  return (
    <li className="conference-row">
      <StandingGlyph standing={standingOf(conference, now)} />
      <div>
        <p>
          <b>{words}</b>
        </p>
        <Facts conference={conference} />
        <Ways conference={conference} isFirst={isFirst} />
      </div>
    </li>
  );
}

function Facts({ conference }: Pick<ConferenceRowProps, "conference">) {
  const t = useTranslations("conferences.facts");
  const format = useFormatter();
  const { people } = useCase();
  const { state, calledBy, invited, attended } = conference;
  const nameOf = (seat: string) => people.get(seat)?.name ?? "";
  const named = (seats: readonly string[]) => seats.map(nameOf).filter((name) => name !== "");
  const caller = nameOf(calledBy);
  const lines = [
    caller === "" || state === "ended" ? "" : t("calledBy", { name: caller }),
    state === "scheduled" ? invitedWords(named(invited)) : "",
    state === "live" ? saidOf("here", hereNow(conference)) : "",
    state === "ended" ? saidOf("was", [...new Set(attended.map(({ name }) => name))]) : "",
  ];
  function invitedWords(names: readonly string[]): string {
    return names.length === 0 ? t("nobody") : t("invited", { names: format.list(names) });
  }
  function saidOf(key: "here" | "was", names: readonly string[]): string {
    return names.length === 0 ? "" : t(key, { names: format.list(names) });
  }
  return <p className="conference-quiet">{lines.filter((line) => line !== "").join(" ")}</p>;
}

function Ways({ conference, isFirst }: Required<ConferenceRowProps>) {
  const t = useTranslations("conferences.list");
  const { caseId, seat } = useCase();
  const { id: conferenceId, state, may } = conference;
  const isLive = state === "live";
  return (
    <div className="conference-acts">
      {may.come && (
        <ButtonLink
          to="/cases/$caseId/conference/$conferenceId"
          params={{ caseId, conferenceId }}
          look={isFirst && isLive ? "filled" : "plain"}
        >
          {t("goIn")}
        </ButtonLink>
      )}
      <ButtonLink
        to="/cases/$caseId/conferences/$conferenceId"
        params={{ caseId, conferenceId }}
        look="quiet"
      >
        {t("details")}
      </ButtonLink>
      {state === "scheduled" && (
        <a className="conference-file" href={calendarOf({ caseId, seat }, conference)} download>
          {t("calendar")}
        </a>
      )}
    </div>
  );
}
