import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { colorSchemeManager } from "../design/theme.ts";
import { AccountMenu } from "./account-menu.tsx";
import { arrive } from "./departure.ts";
import { LanguageProvider } from "./language.tsx";
import { type AppRouter, leaveAtSignOut } from "./leave.ts";
import { createQueryClient } from "./query-client.ts";
import { sessionQuery } from "./session.ts";

const messages = await loadMessages("en");
const me = { id: "01", name: "Dr Ingrid Hallström", initials: "IH", email: "i.hallstrom@sundvik.test" };

let stop = () => {};
afterEach(() => {
  stop();
  arrive();
});

async function openMenu() {
  const queries = createQueryClient(() => {});
  queries.setQueryData(sessionQuery.queryKey, me);
  queries.setQueryData(["cases"], ["what was read"]);
  const root = createRootRoute();
  const home = createRoute({
    getParentRoute: () => root,
    path: "/",
    component: () => <AccountMenu colour="iris" side="clinic" />,
  });
  const door = createRoute({ getParentRoute: () => root, path: "/sign-in", component: () => <h1>Door</h1> });
  const router = createRouter({ routeTree: root.addChildren([home, door]), history: createMemoryHistory() });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router.
  stop = leaveAtSignOut(router as unknown as AppRouter, queries);
  render(
    <LanguageProvider language="en" messages={messages}>
      <MantineProvider env="test" colorSchemeManager={colorSchemeManager}>
        <QueryClientProvider client={queries}>
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>,
  );
  fireEvent.click(await screen.findByRole("button", { name: /account of Dr Ingrid Hallström$/ }));
  await screen.findByRole("menu");
  return queries;
}

test("the appearance that somebody chose is kept on this device", async () => {
  await openMenu();
  fireEvent.click(await screen.findByRole("menuitem", { name: "Dark" }));
  await waitFor(() => expect(document.documentElement.dataset["mantineColorScheme"]).toBe("dark"));
  expect(localStorage.getItem("consilium-color-scheme")).toBe("dark");
});

test("signing out leads to the door and forgets what was read", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ success: true })));
  const queries = await openMenu();
  fireEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  await screen.findByRole("heading", { name: "Door" });
  await waitFor(() => expect(queries.getQueryData(["cases"])).toBeUndefined());
});

test("when signing out fails, somebody stays signed in and knows it", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
  const queries = await openMenu();
  fireEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  expect((await screen.findByRole("alert")).textContent).toContain("You are still signed in");
  expect(queries.getQueryData(["cases"])).toBeDefined();
});
