import { isUlid } from "@consilium/foundation";
import type { QueryClient } from "@tanstack/react-query";
import type { AnyRoute } from "@tanstack/react-router";
import { caseQuery } from "../case/case-query.ts";
import type { createAppRouter } from "./router.ts";
import { sessionQuery } from "./session.ts";

type Router = ReturnType<typeof createAppRouter>;

/**
 * Asks at once for what the page of this address will need: its scripts, who is signed in and, for a case, the case. The
 * router would ask for one after the other, and only once the app stands. What fails here is asked for again by the part of the
 * page that needs it, which says so.
 */
export function fetchAhead(router: Router, queries: QueryClient): void {
  const matches = router.matchRoutes(router.latestLocation);
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  for (const { routeId } of matches) void routes[routeId]?.options.component?.preload?.();
  void fetchCaseAhead(matches, queries).catch(() => undefined);
}

/** Who sees a case's page is known with the case; which scripts it has, with who sees it. */
async function fetchCaseAhead(
  matches: ReturnType<Router["matchRoutes"]>,
  queries: QueryClient,
): Promise<void> {
  const me = await queries.ensureQueryData(sessionQuery);
  const inCase = matches.find((match) => match.routeId === "/cases/$caseId");
  if (!me || !inCase || !isUlid(inCase.params.caseId)) return;
  const { params, search } = inCase;
  const { seat } = await queries.ensureQueryData(caseQuery(params.caseId, search.seat));
  const { pagesByRole } = await import("../patient/by-role.tsx");
  for (const { routeId } of matches) pagesByRole.get(routeId)?.preload(seat);
}
