import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, redirect } from "@tanstack/react-router";
import { Broken } from "./broken.tsx";
import { NotFound } from "./not-found.tsx";
import { sessionQuery } from "./session.ts";
import { Shell } from "./shell.tsx";

export interface RouteContext {
  readonly queries: QueryClient;
}

export const root = createRootRouteWithContext<RouteContext>()({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

export interface Arrival {
  readonly context: RouteContext;
  readonly location: { readonly href: string };
}

/** Whoever has no session comes back here after signing in. */
export async function needsSession({ context, location }: Arrival): Promise<void> {
  const me = await context.queries.ensureQueryData(sessionQuery);
  if (!me) throw redirect({ to: "/sign-in", search: { to: location.href }, replace: true });
}
