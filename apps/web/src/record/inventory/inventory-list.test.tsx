import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { LanguageProvider } from "../../app/language.tsx";
import { CaseContext } from "../../case/case-context.ts";
import { refreshCase } from "../../case/case-query.ts";
import { RailAround } from "../rail-around.tsx";
import { recordsQuery, useRecords } from "../record-query.ts";
import { RevealsBadge } from "../reveals-badge.tsx";
import { AskRoom } from "./ask-room.tsx";
import { InventoryList } from "./inventory-list.tsx";
import { caseFor, cameRecord, type CaseParts } from "./testing-case.ts";

const messages = await loadMessages("en");

function Titles() {
  const { data = [] } = useRecords();
  return (
    <ul>
      {data.map((record) => (
        <li key={record.id}>
          {record.title} <RevealsBadge record={record} />
        </li>
      ))}
    </ul>
  );
}

function show(parts: CaseParts, records: readonly ReturnType<typeof cameRecord>[] = []) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(recordsQuery("case", undefined).queryKey, records);
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <CaseContext value={caseFor(parts)}>
            <RailAround>
              <InventoryList level={2} />
              <Titles />
            </RailAround>
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return queries;
}

const Sent = z.looseObject({ due: z.string() });

const coordinator = { role: "coordinator", commands: ["request a record", "answer a request"] } as const;

const fold = () => screen.getByRole("group");
const isInSight = (name: string | RegExp) => !fold().contains(screen.getByText(name));

test("three gaps are in sight, the rest is behind the line that counts all of it", () => {
  show(coordinator, [cameRecord("1", "Physiotherapy, end report")]);
  expect(fold()).toHaveProperty("open", false);
  const [line] = fold().getElementsByTagName("summary");
  expect(line?.textContent).toBe("1 of 7 is here, 6 not here yet.");
  expect(within(fold()).getAllByRole("listitem")).toHaveLength(4);
  expect(isInSight("Treatment tried without surgery")).toBe(false);
});

test("what the opinion waits for stands before what is only asked for, and what cannot be had is behind the line", () => {
  const asked = { id: "b", item: "bone-density", what: "Bone density", due: "2026-11-26T17:00:00.000Z" };
  const needed = { id: "l", what: "Letter", required: true, due: "2026-11-30T17:00:00.000Z" };
  const sooner = { id: "f", what: "Films", required: true, due: "2026-11-28T17:00:00.000Z" };
  const never = {
    id: "n",
    what: "Curves",
    state: "unavailable",
    answered: "2026-11-21T09:00:00.000Z",
  } as const;
  show({ ...coordinator, requests: [asked, needed, sooner, never] });
  const names = screen.getAllByRole("button").map(({ title }) => title);
  expect(names.slice(0, 2)).toEqual(["Films", "Letter"]);
  expect(isInSight("Curves")).toBe(false);
});

test("all that a patient is asked for is in sight", () => {
  const requests = ["One", "Two", "Three", "Four"].map((what) => ({ id: what, what, of: "patient" }));
  show({ role: "patient", commands: ["answer a request"], requests });
  for (const { what } of requests) expect(isInSight(what)).toBe(true);
});

test("from the gap it is asked for in two presses: whom, until when and what are chosen already", async () => {
  const sent: { readonly path: string; readonly body: unknown }[] = [];
  vi.stubGlobal("fetch", async (url: string | URL, init: RequestInit) => {
    sent.push({ path: new URL(url).pathname, body: init.body });
    return Response.json({ request: "r", code: null }, { status: 201 });
  });
  show(coordinator);
  fireEvent.click(screen.getByRole("button", { name: /Bone density/ }));
  const dialog = await screen.findByRole("dialog", { name: "Bone density" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Send the request" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.path).toBe("/api/cases/case/requests");
  const { due, ...body } = Sent.parse(JSON.parse(String(sent[0]?.body)));
  expect(body).toEqual({
    item: "bone-density",
    what: "Bone density",
    of: "referrer",
    from: null,
    address: null,
    message: null,
    why: "Without it nobody can judge whether the bone would hold screws, and how likely fractures are.",
    required: false,
  });
  const days = (Date.parse(due) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6);
  expect(days).toBeLessThan(8);
});

/** The list as a window that is turned lays it out anew, with what stands above it in both layouts. */
function showTurning() {
  const queries = new QueryClient();
  queries.setQueryData(recordsQuery("case", undefined).queryKey, []);
  const page = (layout: string) => (
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <CaseContext value={caseFor(coordinator)}>
            <RailAround>
              <AskRoom>
                <InventoryList key={layout} level={2} />
              </AskRoom>
            </RailAround>
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
  const view = render(page("one column"));
  return () => view.rerender(page("two panes"));
}

test("a request that is being written stays when the window is turned", async () => {
  const turn = showTurning();
  fireEvent.click(screen.getByRole("button", { name: /Bone density/ }));
  const field = await screen.findByRole("textbox", { name: /^What exactly/ });
  fireEvent.change(field, { target: { value: "The hip too." } });
  turn();
  expect(await screen.findByDisplayValue("The hip too.")).toBeTruthy();
});

test("what was unfolded stays unfolded when the window is turned, and what was folded again stays folded", async () => {
  const turn = showTurning();
  const [line] = fold().getElementsByTagName("summary");
  if (!line) throw new Error("Nothing is folded");
  fireEvent.click(line);
  await vi.waitFor(() => expect(fold()).toHaveProperty("open", true));
  turn();
  expect(fold()).toHaveProperty("open", true);
  const [again] = fold().getElementsByTagName("summary");
  if (again) fireEvent.click(again);
  await vi.waitFor(() => expect(fold()).toHaveProperty("open", false));
});

test("a hospital that was asked before is asked again in two presses; its code is told once, and is on no other screen", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_url: string | URL, init: RequestInit) => {
    sent.push(init.body);
    return Response.json({ request: "r", code: "123456" }, { status: 201 });
  });
  const place = {
    address: "archive@northgate.example",
    expires: "2026-12-20T09:00:00.000Z",
    opened: 1,
    lastOpened: "2026-11-21T08:12:00.000Z",
    isLocked: false,
    reminders: 0,
  };
  const answered = { state: "unavailable", answered: "2026-11-22T09:00:00.000Z" } as const;
  const before = { item: "bone-density", what: "Bone density", from: "Northgate", place, ...answered };
  show({ ...coordinator, requests: [before] });
  fireEvent.click(screen.getByRole("button", { name: /Bone density/ }));
  const dialog = await screen.findByRole("dialog", { name: "Bone density" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Send the request" }));
  await within(await screen.findByRole("dialog", { name: "The request is sent" })).findByText("123456");
  expect(JSON.parse(String(sent[0]))).toMatchObject({
    of: null,
    from: "Northgate",
    address: "archive@northgate.example",
  });
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  await vi.waitFor(() => expect(screen.queryByText("123456")).toBeNull());
});

test("the list says that a request was withdrawn and what the patient told, and neither fills the gap", () => {
  const withdrawn = {
    id: "w",
    item: "bone-density",
    what: "Bone density",
    at: "2026-11-24T09:00:00.000Z",
    by: "coordinator",
    because: "It came by post.",
  };
  const told = { answer: "have", at: "2026-11-20T09:00:00.000Z" } as const;
  const entry = { id: "mri", what: null, blocks: null, said: null, told };
  show({ ...coordinator, withdrawn: [withdrawn], inventory: [entry] });
  expect(screen.getByText(/^Not here yet · the request was withdrawn .*: It came by post\.$/)).toBeTruthy();
  expect(screen.getByText("Not here yet · the patient says that they have it")).toBeTruthy();
  expect(screen.getAllByText(/^Not here yet/)).toHaveLength(7);
});

const open = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const why = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Why it matters" }).value;

test("what a missing record blocks is named, and goes into the request; what somebody wrote for the case comes first", async () => {
  const own = "Does the slip change when standing?";
  const typed = { id: "weight-bearing-films", what: null, blocks: own, said: null, told: null };
  show({ ...coordinator, inventory: [typed] });
  open(/^MRI images and report/);
  await screen.findByText(/^Why it matters: Without the images nobody can judge which nerve is pressed/);
  expect(why()).toMatch(/^Without the images/);
  cleanup();
  show({ ...coordinator, inventory: [typed] });
  open(/^X-rays taken standing/);
  await screen.findByText(`Why it matters: ${own}`);
  expect(why()).toBe(own);
});

test("the patient reads what is asked of them, cannot open the items, and reads no reason that frightens", () => {
  const request = {
    item: "bone-density",
    what: "Bone density",
    of: "patient",
    due: "2026-11-26T17:00:00.000Z",
  };
  show({ role: "patient", commands: ["answer a request"], requests: [request] });
  expect(screen.getByText("What we have, and what would help")).toBeTruthy();
  expect(screen.getByText("You were asked for this, by Thursday 26 November")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /MRI/ })).toBeNull();
  expect(screen.getByRole("button", { name: "I do not have it…" })).toBeTruthy();
});

test("the patient who said that they have it reads their own word, and not that they can add it if they have it", () => {
  const told = { answer: "have", at: "2026-11-20T09:00:00.000Z" } as const;
  const entry = { id: "mri", what: null, blocks: null, said: null, told };
  show({ role: "patient", commands: ["answer a request"], inventory: [entry] });
  expect(screen.getByText("Not here yet · you said that you have it")).toBeTruthy();
  expect(screen.getAllByText("Not here yet. If you have it, you can add it.")).toHaveLength(6);
});

test("whoever reads blind is not told that something is missing: it may be there and not be theirs to see", () => {
  show({ role: "specialist", mode: "blind", commands: ["reveal"] });
  expect(screen.queryByText(/not here yet/i)).toBeNull();
  expect(screen.getAllByText("Not among the records that you read")).toHaveLength(7);
});

test("a record that is marked meanwhile leaves the screen of whoever reads blind with the next word of the server", async () => {
  const told = cameRecord("1", "Surgeon's letter");
  const plain = cameRecord("2", "Physiotherapy, end report");
  const queries = show({ role: "specialist", mode: "blind", commands: ["reveal"] }, [told, plain]);
  expect(screen.getByText("Surgeon's letter")).toBeTruthy();
  vi.stubGlobal("fetch", async () => Response.json({ items: [plain], next: null }));
  await refreshCase(queries, "case");
  await vi.waitFor(() => expect(screen.queryByText("Surgeon's letter")).toBeNull());
  expect(screen.getByText("Physiotherapy, end report")).toBeTruthy();
  expect(JSON.stringify(queries.getQueriesData({ queryKey: ["case", "case"] }))).not.toContain("Surgeon");
});

test("the badge stands for clinicians and staff, and not for the patient", () => {
  const reveals = { ...cameRecord("1", "Surgeon's letter"), revealsFirstOpinion: true };
  show(coordinator, [reveals]);
  expect(screen.getByText("Reveals the first opinion")).toBeTruthy();
  cleanup();
  show({ role: "patient", commands: [] }, [reveals]);
  expect(screen.getByText("Surgeon's letter")).toBeTruthy();
  expect(screen.queryByText("Reveals the first opinion")).toBeNull();
});
