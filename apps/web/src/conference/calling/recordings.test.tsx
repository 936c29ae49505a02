import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor } from "../../record/inventory/testing-case.ts";
import type { Conference } from "./conferences-query.ts";
import { Recordings } from "./recordings.tsx";
import { testConference } from "./testing-conferences.ts";

const messages = await loadMessages("en");

const part = {
  id: "01KDVDNA00C4XGHYWM6EBF33TD",
  seat: "marisol",
  name: "Marisol Quintana",
  kind: "face",
  from: "2026-11-30T12:00:00.000Z",
  to: "2026-11-30T12:20:00.000Z",
  bytes: 1000,
  until: "2026-12-30T12:20:00.000Z",
} as const;

function show(given: Pick<Conference, "recordings">, eraseRecordings: boolean): void {
  const conference = testConference(given);
  const open = caseFor({ role: "specialist", mode: "author", commands: [] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a case: what is read of it here. */}
          <CaseContext value={open as never}>
            <Recordings conference={{ ...conference, may: { ...conference.may, eraseRecordings } }} />
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

test("who coordinates plays nothing of a conference that they were not in, and erases it all the same", () => {
  show({ recordings: [] }, true);
  expect(screen.getByText("This conference was recorded.", { exact: false })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Erase the recording…" })).toBeTruthy();
});

test("a clinician plays each part and erases none", () => {
  show({ recordings: [part] }, false);
  expect(screen.getByLabelText("Marisol Quintana, 12:00 to 12:20")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("of one that was not recorded nothing is said", () => {
  show({ recordings: [] }, false);
  expect(screen.queryByRole("heading")).toBeNull();
});
