import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { Refused } from "../app/refused.ts";
import { ScreenOnItsWay } from "../app/screen-on-its-way.tsx";
import { useMe } from "../app/session.ts";
import { RailAround } from "../record/rail-around.tsx";
import { UrgentRoom } from "../urgent/urgent-room.tsx";
import { CaseGate } from "./case-gate.tsx";
import { CaseGone } from "./case-gone.tsx";
import { CaseProvider } from "./case-provider.tsx";
import { caseQuery } from "./case-query.ts";
import { ChooseSeat } from "./choose-seat.tsx";

const route = getRouteApi("/cases/$caseId");

/** Refusals after which nothing of the case stays on screen. */
const ends = new Set(["no-such-case", "seat-ended", "no-right"]);

/** The door of a case: everything below has a seat, and loses the screen when the seat ends. */
export function CasePage() {
  const { caseId } = route.useParams();
  const { seat } = route.useSearch();
  const me = useMe();
  const { data, error } = useQuery(caseQuery(caseId, seat));
  if (error instanceof Refused && error.reason === "choose-seat") return <ChooseSeat caseId={caseId} />;
  const ended = error instanceof Refused && ends.has(error.reason) ? error.message : undefined;
  if (!data) {
    if (ended !== undefined) return <CaseGone caseId={caseId} sentence={ended} />;
    if (error) throw error;
    return <ScreenOnItsWay />;
  }
  return (
    <CaseProvider detail={data} seat={seat} personId={me.id}>
      <CaseGate ended={ended}>
        <UrgentRoom key={caseId}>
          <RailAround>
            <Outlet />
          </RailAround>
        </UrgentRoom>
      </CaseGate>
    </CaseProvider>
  );
}
