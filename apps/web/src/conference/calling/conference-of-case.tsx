import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { CaseListItem } from "../../case/case-api.ts";

type Next = NonNullable<CaseListItem["conference"]>;

/** In one line, where a case is one of many: its conference that goes on, or the next one. */
export function ConferenceOfCase({ live, startsAt }: Next) {
  const t = useTranslations("conferences.ofCase");
  return t(live ? "live" : "planned", { at: new Date(startsAt) });
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
