import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Doc } from "yjs";
import { LanguageProvider } from "../../app/language.tsx";
import { CaseContext } from "../../case/case-context.ts";
import { createSharedUndo } from "../../editor/shared-undo.ts";
import { caseFor } from "../../record/inventory/testing-case.ts";
import { type Notes, NotesContext } from "./notes-context.ts";

const messages = await loadMessages("en");

/** Notes of a conference that nobody else is in, for tests. */
export function testNotes(given: Partial<Notes> = {}): Notes {
  const doc = new Doc();
  return {
    doc,
    undo: createSharedUndo([doc.getMap("items")]),
    awareness: undefined,
    onUnbind: () => () => {},
    isEditable: true,
    isLive: true,
    linkEvidence: () => {},
    openEvidence: () => {},
    ...given,
  };
}

/** An opinion that is being written, as the shelf of a case gives it; `opinion` is its id. */
export interface TestOpinion {
  readonly doc: Doc;
  readonly mayWrite: boolean;
}

function caseWith(opinion: TestOpinion | undefined) {
  const open = caseFor({ role: "specialist", mode: "author", commands: [] });
  const opinions = opinion ? [{ id: "opinion", read: "live", version: null, write: opinion.mayWrite }] : [];
  const state: unknown = opinion && {
    ...testNotes({ doc: opinion.doc, undo: createSharedUndo([opinion.doc.getMap("items")]) }),
    phase: "open",
    name: "opinion.opinion",
    synced: true,
    mayWrite: opinion.mayWrite,
  };
  const shelf = { subscribe: () => () => {}, stateOf: () => state };
  return { ...open, shelf, detail: { ...open.detail, opinions } };
}

/** A part of the notes, for a specialist of a case whose people are named as their roles. */
export function showNotes(notes: Notes, part: ReactNode, opinion?: TestOpinion): void {
  const root = createRootRoute({ component: () => <NotesContext value={notes}>{part}</NotesContext> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a case: what the notes read of it. */}
          <CaseContext value={caseWith(opinion) as never}>
            {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
            <RouterProvider router={router as never} />
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}
