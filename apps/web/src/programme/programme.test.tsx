import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type AnyRoute, createMemoryHistory, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { programmeRoutes } from "../app/programme-routes.ts";
import { createQueryClient } from "../app/query-client.ts";
import { root } from "../app/root-route.ts";
import { sessionQuery } from "../app/session.ts";
import type { ProgrammeContent, ProgrammeTemplate } from "./programme-api.ts";

const messages = await loadMessages("en");
const me = { id: "01", name: "Ottilie Brandvold", initials: "OB", email: "o.brandvold@invented.test" };
const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

const template = (version: number, sections: ProgrammeTemplate["sections"]): ProgrammeTemplate => ({
  id,
  name: "Spine, short",
  specialty: "spine",
  language: "en",
  sections,
  version,
  changed: "2026-11-20T09:00:00Z",
  by: version === 1 ? me.name : "Casimir Okonjo-Lund",
});

let content: ProgrammeContent;
/** What was sent to be kept, with its path. */
let sent: { readonly path: string; readonly json: unknown }[];
/** What the server answers to whoever saves. */
let answer: () => Response;

beforeEach(() => {
  content = { programme: "Northgate", templates: [], mostTemplates: 100, lists: [], safety: null };
  sent = [];
  answer = () => Response.json(template(2, { summary: "Kept" }));
  vi.stubGlobal("fetch", async (address: string, { method, body }: RequestInit = {}) => {
    const { pathname: path } = new URL(address, location.origin);
    if (path.endsWith("/programme/content")) return Response.json(content);
    if (method === undefined || method === "GET") return Response.json({ unread: 0, items: [] });
    sent.push({ path, json: typeof body === "string" ? JSON.parse(body) : undefined });
    return answer();
  });
});

const routerAt = (path: string, queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([programmeRoutes]),
    history: createMemoryHistory({ initialEntries: [path] }),
    context: { queries },
  });

// What is waited for below is what a page says, not its scripts.
beforeAll(async () => {
  const routes: Readonly<Record<string, AnyRoute>> = routerAt("/", new QueryClient()).routesById;
  await Promise.all(
    Object.values(routes).map(async ({ options }) => {
      await options.component?.preload?.();
    }),
  );
}, 60_000);

async function visit(path: string) {
  const queries = createQueryClient(() => {});
  queries.setQueryData(sessionQuery.queryKey, me);
  const router = routerAt(path, queries);
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <QueryClientProvider client={queries}>
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  // It stands there while the page is still on its way, too.
  await waitFor(() => expect(document.querySelector("[aria-busy]")).toBeNull());
}

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const changed = () =>
  Response.json({ refusal: "content-changed", sentence: "Somebody else changed this." }, { status: 409 });

test("what somebody else saved meanwhile is shown beside what I wrote, and mine is saved over it only when I say so", async () => {
  content = { ...content, templates: [template(1, { summary: "Side: […]", findings: "MRI: […]" })] };
  await visit(`/programme/templates/${id}`);
  write("Case summary", "Level: […]");
  answer = changed;
  content = {
    ...content,
    templates: [template(2, { summary: "Side and level: […]", findings: "MRI and CT: […]" })],
  };
  press("Save");
  const theirs = await screen.findByRole("region", { name: "Case summary: what somebody else saved" });
  within(theirs).getByText("Side and level: […]");
  within(theirs).getByText(/Casimir Okonjo-Lund/);
  await waitFor(() => expect(document.activeElement).toBe(theirs));
  expect(field("Case summary").value).toBe("Level: […]");
  // What only they changed is not written over with what stood there before.
  expect(field("Findings").value).toBe("MRI and CT: […]");
  expect(screen.queryAllByRole("region", { name: /what somebody else saved$/ })).toHaveLength(1);

  answer = () => Response.json(template(3, { summary: "Level: […]", findings: "MRI and CT: […]" }));
  press("Save mine over theirs");
  await screen.findByText("“Spine, short” is saved as version 3.");
  expect(sent.at(-1)?.json).toMatchObject({
    from: 2,
    sections: { summary: "Level: […]", findings: "MRI and CT: […]" },
  });
});

test("what is not saved waits in its form when I look at another part and come back", async () => {
  content = { ...content, templates: [template(1, { summary: "Side: […]" })] };
  await visit(`/programme/templates/${id}`);
  write("Case summary", "Level: […]");
  fireEvent.click(screen.getByRole("link", { name: "Templates" }));
  await screen.findByText("Not saved yet");
  fireEvent.click(screen.getByRole("link", { name: "Change “Spine, short”" }));
  await screen.findByRole("textbox", { name: "Case summary" });
  expect(field("Case summary").value).toBe("Level: […]");
  press("Drop my changes…");
  fireEvent.click(await screen.findByRole("button", { name: "Drop them" }));
  await screen.findByRole("heading", { name: "What Northgate writes itself" });
  expect(screen.queryByText("Not saved yet")).toBeNull();
  expect(sent).toEqual([]);
});

test("a template that somebody took back keeps my words, which can be saved as a new one", async () => {
  content = { ...content, templates: [template(1, { summary: "Side: […]" })] };
  await visit(`/programme/templates/${id}`);
  write("Case summary", "Level: […]");
  answer = () => Response.json({ refusal: "no-such-content", sentence: "Not offered." }, { status: 404 });
  content = { ...content, templates: [] };
  press("Save");
  await screen.findByText("Your words are still here. Saved again, they are a new template.");
  expect(field("Case summary").value).toBe("Level: […]");
  answer = () => Response.json(template(1, { summary: "Level: […]" }), { status: 201 });
  press("Save");
  await screen.findByText("“Spine, short” is saved as version 1.");
  expect(sent.at(-1)).toMatchObject({
    path: "/api/programme/templates",
    json: { from: 0, name: "Spine, short", sections: { summary: "Level: […]" } },
  });
});

test("a mark that no section may have, and what is missing, are told before anything is sent", async () => {
  await visit("/programme/templates/new");
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Cardiology, short" } });
  write("Findings", "EF | wall motion");
  expect(field("Findings").getAttribute("aria-invalid")).toBe("true");
  screen.getByText(/“\|” cannot stand here/);
  screen.getByText("Choose a specialty.");
  fireEvent.change(screen.getByLabelText("Specialty"), { target: { value: "cardiology" } });
  screen.getByText("One section has a mark that cannot stand there.");
  press("Save");
  write("Findings", `EF ${"x".repeat(4000)}`);
  screen.getByText(/4,003 characters; 4,000 is the most/);
  press("Save");
  expect(sent).toEqual([]);
  write("Findings", "  EF: […]\n");
  press("Save");
  await screen.findByText(/is saved as version 2/);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.json).toEqual({
    name: "Cardiology, short",
    specialty: "cardiology",
    language: "en",
    sections: { findings: "EF: […]" },
    from: 0,
  });
});

test("an empty section begins with the text that comes along, and a place to fill in comes to the caret", async () => {
  await visit("/programme/templates/new");
  fireEvent.change(screen.getByLabelText("Specialty"), { target: { value: "spine" } });
  fireEvent.click(
    await screen.findByRole("button", { name: "Begin with the text that comes along: Limitations" }),
  );
  expect(field("Limitations").value).toContain("Nobody examined the patient");
  write("Findings", "Level: , side:");
  field("Findings").setSelectionRange(7, 7);
  press("Put in […]: Findings");
  expect(field("Findings").value).toBe("Level: […], side:");
  expect(field("Findings").selectionStart).toBe(10);
  expect(screen.queryByRole("button", { name: /comes along: Limitations$/ })).toBeNull();
  press("Drop my changes…");
  fireEvent.click(await screen.findByRole("button", { name: "Drop them" }));
});

test("a list of records is sent with those first that the opinion cannot do without", async () => {
  await visit("/programme/lists/spine");
  expect(box("MRI images and report").checked).toBe(true);
  fireEvent.click(box("EEG"));
  fireEvent.click(box("EEG: no opinion without it"));
  // What comes along is shown where the programme wrote nothing of its own.
  expect(field("MRI images and report: what cannot be judged without it").placeholder).toMatch(
    /^Without the/,
  );
  write("EEG: what cannot be judged without it", " Are they seizures?\t");
  press("Save");
  await screen.findByText("Spine: your own list counts now.");
  expect(sent[0]).toMatchObject({ path: "/api/programme/lists/spine", json: { from: 0 } });
  expect(sent[0]?.json).toMatchObject({
    records: expect.arrayContaining([
      { type: "eeg", isCore: true, blocks: "Are they seizures?" },
      { type: "mri", isCore: true, blocks: null },
    ]),
  });
});

test("what the programme adds is shown below the fixed words as it is written, and taken back after a question", async () => {
  await visit("/programme/emergencies");
  write("What you add", "Call Northgate day and night: 0555 0142.");
  const preview = within(screen.getByRole("region", { name: "As the intake shows it" }));
  preview.getByText("Call Northgate day and night: 0555 0142.");
  preview.getByText(/^A second opinion takes days\./);
  answer = () => {
    const safety = {
      text: "Call Northgate day and night: 0555 0142.",
      version: 1,
      changed: "2026-11-20T09:00:00Z",
      by: me.name,
    };
    content = { ...content, safety };
    return Response.json(safety);
  };
  press("Save");
  await screen.findByText("It is saved. The intake shows it from now on.");
  press("Take it back…");
  answer = () => {
    content = { ...content, safety: null };
    return Response.json({ version: 2 });
  };
  fireEvent.click(await screen.findByRole("button", { name: "Take it back" }));
  await screen.findByText("It is taken back. The intake shows the fixed words alone.");
  expect(field("What you add").value).toBe("");
});
