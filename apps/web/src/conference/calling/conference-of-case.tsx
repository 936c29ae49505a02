import { Link } from "@tanstack/react-router";
import { useNow, useTranslations } from "use-intl";
import type { CaseListItem } from "../../case/case-api.ts";

type Next = NonNullable<CaseListItem["conference"]>;

/** In one line, where a case is one of many: its conference that goes on, or the next one. */
export function ConferenceOfCase({ live, startsAt }: Next) {
  const t = useTranslations("conferences.ofCase");
  const now = useNow({ updateInterval: 60_000 });
  const at = new Date(startsAt);
  return t(live ? "live" : at > now ? "planned" : "late", { at });
}

export interface ConferenceLinkProps {
  readonly caseId: string;
  readonly conference: Next;
}

/** The same as the way to it. */
export const ConferenceLink = ({ caseId, conference }: ConferenceLinkProps) => (
  <Link className="conference-of-case num" to="/cases/$caseId/conferences" params={{ caseId }}>
    <ConferenceOfCase {...conference} />
  </Link>
);
