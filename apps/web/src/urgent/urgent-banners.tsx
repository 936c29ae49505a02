import "./urgent.css";
import { IconUrgent } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase, usePeople } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { UrgentPlace } from "./urgent-place.tsx";
import { type UrgentFinding, urgentQuery, useTakingOn } from "./urgent-query.ts";
import { useUrgentStanding } from "./use-urgent-standing.ts";

const day = 24 * 3_600_000;
const icon = <IconUrgent size="1.125rem" stroke={1.75} aria-hidden />;

/** Across the top of every page of the case, for clinicians and whoever coordinates: what waits, then, for a day, who has what. */
export function UrgentBanners() {
  const { caseId, seat, detail } = useCase();
  const isAsked = !["patient", "proxy", "guest"].includes(detail.seat.role);
  const { data } = useQuery({ ...urgentQuery(caseId, seat), enabled: isAsked });
  const now = useNow().getTime();
  return data?.items.toSorted(waitingFirst).map((finding) => {
    if (finding.acknowledged === null) return <Waiting key={finding.id} finding={finding} />;
    const isRecent = now - Date.parse(finding.acknowledged) < day;
    return isRecent && <Taken key={finding.id} finding={finding} at={finding.acknowledged} />;
  });
}

/** What somebody has may not push out of sight what nobody has. */
const waitingFirst = (one: UrgentFinding, other: UrgentFinding): number =>
  Number(one.acknowledged !== null) - Number(other.acknowledged !== null);

function Waiting({ finding }: { readonly finding: UrgentFinding }) {
  const t = useTranslations("urgent");
  const standing = useUrgentStanding(finding);
  const { mutate, isPending, error } = useTakingOn();
  const { id, what, channel, mayAcknowledge } = finding;
  return (
    <div className="urgent">
      <Banner
        tone="stop"
        isBar
        icon={icon}
        title={what === null ? t("waitsWithoutWords") : t("waits", { what })}
        action={
          mayAcknowledge && (
            <Button look="filled" disabled={isPending} onClick={() => mutate(id)}>
              {t("have")}
            </Button>
          )
        }
      >
        {standing} {channel !== null && t("reached", { channel })} <UrgentPlace place={finding.place} />
      </Banner>
      {error && <Banner tone="warn" isBar title={error instanceof Refused ? error.message : t("notTaken")} />}
    </div>
  );
}

interface TakenProps {
  readonly finding: UrgentFinding;
  readonly at: string;
}

function Taken({ finding: { what, acknowledgedBy, place }, at }: TakenProps) {
  const t = useTranslations("urgent");
  const people = usePeople();
  const name = people.get(acknowledgedBy ?? "")?.name ?? "";
  return (
    <div className="urgent">
      <Banner tone="ok" isBar title={what === null ? t("takenWithoutWords") : t("taken", { what })}>
        {t("takenBy", { name, at: new Date(at) })} <UrgentPlace place={place} />
      </Banner>
    </div>
  );
}
