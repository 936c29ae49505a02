import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { Refused } from "../app/refused.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
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
  const { data, error } = useQuery(caseQuery(caseId, seat));
  if (error instanceof Refused && error.reason === "choose-seat") return <ChooseSeat caseId={caseId} />;
  if (error instanceof Refused && ends.has(error.reason)) {
    return <CaseGone caseId={caseId} sentence={error.message} />;
  }
  if (!data) {
    if (error) throw error;
    return <SkeletonAfter />;
  }
  return (
    <CaseProvider detail={data} seat={seat}>
      <CaseGate>
        <Outlet />
      </CaseGate>
    </CaseProvider>
  );
}
