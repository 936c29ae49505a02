import type { QueryClient } from "@tanstack/react-query";
import { followOtherTabs, onDeparture } from "./departure.ts";
import type { createAppRouter } from "./router.ts";
import { sessionQuery } from "./session.ts";

export type AppRouter = ReturnType<typeof createAppRouter>;

const onTheirWay = new WeakSet<AppRouter>();

/** To the door; whoever's session ended by itself comes back to the same place. What was read is forgotten. */
export function leave(router: AppRouter, queries: QueryClient, reason: "ended" | "signed-out"): void {
  // Several answers may say it, and only the first knows where somebody was.
  const isLeaving = onTheirWay.has(router) || router.latestLocation.pathname === "/sign-in";
  if (reason === "ended" && isLeaving) return;
  onTheirWay.add(router);
  void goToTheDoor(router, queries, reason);
}

async function goToTheDoor(router: AppRouter, queries: QueryClient, reason: "ended" | "signed-out") {
  queries.setQueryData(sessionQuery.queryKey, null);
  const to = reason === "ended" ? { to: router.state.location.href } : {};
  await router.navigate({ to: "/sign-in", search: { reason, ...to } });
  queries.clear();
  onTheirWay.delete(router);
}

/** Leaves when somebody signs out, in this or another tab. Returns how to stop following this one. */
export function leaveAtSignOut(router: AppRouter, queries: QueryClient): () => void {
  followOtherTabs(async () => {
    // Where nobody answers the tab stays as it is: its next request tells.
    const me = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    return me !== null;
  });
  return onDeparture((now) => {
    if (now === "signed-out") leave(router, queries, "signed-out");
  });
}
