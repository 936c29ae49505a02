import { createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { expect, test } from "vitest";
import { type AppRouter, leave } from "./leave.ts";
import { createQueryClient } from "./query-client.ts";
import { type Me, sessionQuery } from "./session.ts";

test("when several answers say at once that the session has ended, somebody still comes back to where they were", async () => {
  const root = createRootRoute();
  const routeTree = root.addChildren(
    ["/cases", "/sign-in"].map((path) => createRoute({ getParentRoute: () => root, path })),
  );
  const history = createMemoryHistory({ initialEntries: ["/cases?seat=1"] });
  const smaller = createRouter({ routeTree, history });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router.
  const router = smaller as unknown as AppRouter;
  const queries = createQueryClient(() => {});
  const me: Me = { id: "01", name: "Ada", initials: "A", email: "a@b.test" };
  queries.setQueryData<Me | null>(sessionQuery.queryKey, me);
  await smaller.load();
  // Asked again when the network came back, the session may be known to be over before any answer says 401.
  queries.setQueryData(sessionQuery.queryKey, null);
  leave(router, queries, "ended");
  leave(router, queries, "ended");
  await expect.poll(() => history.location.pathname).toBe("/sign-in");
  leave(router, queries, "ended");
  await smaller.load();
  expect(new URLSearchParams(history.location.search).get("to")).toBe("/cases?seat=1");
});
