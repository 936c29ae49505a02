import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import type { CaseDetail } from "../../case/case-api.ts";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor } from "../../record/inventory/testing-case.ts";
import { CallForVisit } from "./call-for-visit.tsx";
import { ConferenceBanner } from "./conference-banner.tsx";
import { type Conference, conferencesQuery } from "./conferences-query.ts";
import { Conferences } from "./conferences.tsx";
import { GuestList } from "./guest-list.tsx";
import { PatientNextConference } from "./patient-next-conference.tsx";
import { testConference } from "./testing-conferences.ts";

const messages = await loadMessages("en");

/** A part of the screen for somebody of a case in Stockholm, whose own clock is that of London. */
function show(
  part: ReactNode,
  items: readonly Conference[],
  mayCall = true,
  role: "specialist" | "patient" = "specialist",
): void {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const { queryKey } = conferencesQuery({ caseId: "case", seat: undefined });
  queries.setQueryData(queryKey, { items: [...items], mayCall });
  const open = caseFor({ role, mode: role === "patient" ? null : "author", commands: [] });
  const organisation: Partial<CaseDetail["organisation"]> = { zone: "Europe/Stockholm" };
  const detail = { ...open.detail, organisation };
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="Europe/London">
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a case: what is read of it here. */}
          <CaseContext value={{ ...open, detail } as never}>
            {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
            <RouterProvider router={router as never} />
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

interface Asked {
  readonly way: string;
  readonly body: unknown;
}

/** What the server is asked, and what it answers. */
function serve(answer: (way: string) => Response): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string | URL, { method = "GET", body }: RequestInit = {}) => {
    const way = `${method} ${new URL(url).pathname}`;
    asked.push({ way, body: typeof body === "string" ? JSON.parse(body) : undefined });
    return method === "GET" ? Response.json({ items: [], mayCall: true }) : answer(way);
  });
  return asked;
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const ways = "/api/cases/case/conferences";

test("a conference is planned on one's own clock, the programme's is said too, and all who may come are suggested", async () => {
  const asked = serve(() => Response.json({ conference: "new" }, { status: 201 }));
  show(<Conferences />, []);
  fireEvent.click(await button("Plan a conference"));
  const dialog = await screen.findByRole("dialog", { name: "Plan a conference" });
  fireEvent.change(within(dialog).getByLabelText("Day and time"), { target: { value: "2099-12-01T09:30" } });
  expect(within(dialog).getByText("In Europe/Stockholm that is Tue 1 Dec, 10:30.")).toBeDefined();
  fireEvent.click(within(dialog).getByRole("checkbox", { name: /The coordinator/ }));
  fireEvent.click(within(dialog).getByRole("button", { name: "Plan it" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked[0]).toEqual({
    way: `POST ${ways}`,
    body: { startsAt: "2099-12-01T09:30:00.000Z", minutes: 30, invited: ["patient", "referrer"] },
  });
});

test("one that begins now asks only how long and who", async () => {
  const asked = serve(() => Response.json({ conference: "new" }, { status: 201 }));
  show(<Conferences />, []);
  fireEvent.click(await button("Start now"));
  const dialog = await screen.findByRole("dialog", { name: "Start a conference now" });
  expect(within(dialog).queryByLabelText("Day and time")).toBeNull();
  fireEvent.click(within(dialog).getByRole("button", { name: "Start it and go in" }));
  await vi.waitFor(() => expect(asked[0]?.body).toMatchObject({ startsAt: null, minutes: 30 }));
});

test("a refusal stays in the dialog with its sentence", async () => {
  serve(() =>
    Response.json({ refusal: "too-many", sentence: "There are too many already." }, { status: 409 }),
  );
  show(<Conferences />, []);
  fireEvent.click(await button("Start now"));
  fireEvent.click(await button("Start it and go in"));
  expect((await screen.findByRole("alert")).textContent).toContain("There are too many already.");
  expect(screen.getByRole("dialog")).toBeDefined();
});

test("who may not call one is offered none; what was cancelled stays to be seen", async () => {
  show(<Conferences />, [testConference({ state: "cancelled" })], false);
  expect(await screen.findByText("Mon 30 Nov, 12:00: cancelled")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Plan a conference" })).toBeNull();
});

test("a conference that nobody has begun is not called the next one, and says of which day it is", async () => {
  show(<Conferences />, [testConference({ startsAt: "2020-11-30T12:00:00.000Z" })]);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe(
    "Nobody has begun the conference of Monday 30 November at 12:00",
  );
  expect(screen.getByText("Mon 30 Nov, 12:00: nobody has begun yet")).toBeDefined();
});

const planned = testConference({ startsAt: "2099-12-01T09:30:00.000Z", invited: ["patient", "referrer"] });

test("a patient reads the day in whole words, on their home first of all", async () => {
  show(<PatientNextConference />, [planned], false, "patient");
  const section = await screen.findByRole("region", { name: "Your next conference" });
  expect(section.textContent).toContain("Tuesday 1 December at 09:30By video, with The referrer.");
  cleanup();
  show(<Conferences />, [planned], false, "patient");
  expect(await screen.findByText("Tuesday 1 December, 09:30, 30 minutes")).toBeDefined();
});

test("the banner does not say now of what was to begin a while ago", async () => {
  const startsAt = new Date(Date.now() - 20 * 60_000).toISOString();
  show(<ConferenceBanner />, [testConference({ startsAt })]);
  expect((await screen.findByRole("status")).textContent).toMatch(
    /^A conference was to begin at \d\d:\d\d\./,
  );
});

test("everywhere in the case one is told of a conference that goes on, and who is in it", async () => {
  const attended = [{ seat: "patient", name: "Marisol", from: "2026-11-30T12:00:00.000Z", to: null }];
  show(<ConferenceBanner />, [testConference({ state: "live", attended })]);
  expect((await screen.findByRole("status")).textContent).toContain(
    "A conference is live. In it now: Marisol.",
  );
  expect(screen.getByRole("link", { name: "Go in" }).getAttribute("href")).toBe(
    "/cases/case/conference/01KDVDNA00C4XGHYWM6EBF33TC",
  );
});

test("a guest's link is shown once, and said to be so", async () => {
  const asked = serve(() =>
    Response.json({ guest: "g", link: "https://consilium.test/guest#secret" }, { status: 201 }),
  );
  show(<GuestList conference={testConference()} />, [testConference()]);
  fireEvent.click(await button("Invite a guest…"));
  const dialog = await screen.findByRole("dialog", { name: "Invite a guest" });
  fireEvent.change(within(dialog).getByLabelText("Name"), { target: { value: "Rafael " } });
  fireEvent.change(within(dialog).getByLabelText("Into which language"), { target: { value: "Spanish" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Make the link" }));
  const made = await screen.findByRole("dialog", { name: "The link for Rafael" });
  const link = within(made).getByRole("textbox", { name: "Link" });
  expect(link).toHaveProperty("value", "https://consilium.test/guest#secret");
  expect(within(made).getByText(/is shown only now/)).toBeDefined();
  // In no mail: whoever closes this without copying it has lost it.
  expect(within(made).getByRole("button", { name: "Copy" }).dataset["look"]).toBe("filled");
  expect(asked[0]).toEqual({
    way: `POST ${ways}/01KDVDNA00C4XGHYWM6EBF33TC/guests`,
    body: { name: "Rafael", kind: "interpreter", language: "Spanish", email: null },
  });
});

test("a guest whose link is over has no further acts", async () => {
  const guest = { id: "g", seat: "s", name: "Rafael", kind: "interpreter", language: "Spanish" } as const;
  const guests = [
    { ...guest, state: "over" as const },
    { ...guest, id: "h", name: "Elena", state: "came" as const },
  ];
  show(<GuestList conference={testConference({ guests })} />, []);
  expect(await screen.findByText(/the link is over/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /of Rafael|for Rafael/ })).toBeNull();
  expect(screen.getByRole("button", { name: "New link for Elena; the one before ends" })).toBeDefined();
  // What is read on a button is what its name begins with.
  expect(screen.getByRole("button", { name: /^Take back/ }).textContent).toBe("Take back");
});

test("a planned visit becomes a conference at its time, once", async () => {
  const asked = serve(() => Response.json({ conference: "new" }, { status: 201 }));
  show(<CallForVisit at="2099-12-01T09:30:00.000Z" />, []);
  fireEvent.click(await button("Call a conference for it"));
  fireEvent.click(await button("Plan it"));
  await vi.waitFor(() => expect(asked[0]?.body).toMatchObject({ startsAt: "2099-12-01T09:30:00.000Z" }));
  cleanup();
  show(<CallForVisit at="2099-12-01T09:30:00.000Z" />, [
    testConference({ startsAt: "2099-12-01T09:30:00.000Z" }),
  ]);
  expect(await screen.findByText("A conference is called for it.")).toBeDefined();
});
