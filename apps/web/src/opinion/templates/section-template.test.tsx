import { loadMessages } from "@consilium/language";
import { sectionText, startFromTemplate } from "@consilium/workspace";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Doc, UndoManager } from "yjs";
import { LanguageProvider } from "../../app/language.tsx";
import { type Desk, DeskContext } from "../desk-context.ts";
import { SectionTemplate } from "./section-template.tsx";
import { type OfferedTemplate, useTemplates } from "./use-templates.ts";

vi.mock(import("./use-templates.ts"), () => ({ useTemplates: vi.fn<typeof useTemplates>() }));

const messages = await loadMessages("en");

const template = (version: number, text: string, own?: { id: string; name: string }): OfferedTemplate => ({
  id: "opinion-spine",
  name: null,
  version,
  specialty: "spine",
  language: "en",
  sections: { summary: text },
  ...own,
});

function open(doc: Doc, now: readonly OfferedTemplate[], desk: Partial<Desk> = {}) {
  vi.mocked(useTemplates).mockReturnValue(now);
  const goTo = vi.fn<Desk["goTo"]>();
  const value: Desk = {
    doc,
    undo: new UndoManager([doc.getXmlFragment("s.summary"), doc.getMap("templates")]),
    awareness: undefined,
    onUnbind: () => () => {},
    name: "opinion.one",
    kind: "opinion",
    isEditable: true,
    sections: ["summary"],
    current: "summary",
    goTo,
    cameTo: () => {},
    ...desk,
  };
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <DeskContext value={value}>
        <SectionTemplate section="summary" />
      </DeskContext>
    </LanguageProvider>,
  );
  return goTo;
}

const offer = () => screen.queryByRole("button", { name: "Start from the template" });

test("an empty section offers the template, and leads to what is to be filled in", () => {
  const doc = new Doc();
  const goTo = open(doc, [template(1, "Side: […]")]);
  fireEvent.click(screen.getByRole("button", { name: "Start from the template" }));
  expect(sectionText(doc, "summary")).toBe("Side: […]");
  expect(goTo).toHaveBeenCalledWith("summary", { words: "[…]" });
  expect(offer()).toBeNull();
});

test("a template that changed under an open draft is told, with what it says now, and changes nothing", () => {
  const doc = new Doc();
  startFromTemplate(doc, "summary", template(1, "Side: […]"));
  open(doc, [template(2, "Side and level: […]")]);
  expect(screen.getByText(/version 1 then, version 2 now/)).toBeTruthy();
  expect(screen.getByText("Side and level: […]")).toBeTruthy();
  expect(sectionText(doc, "summary")).toBe("Side: […]");
});

test("nothing is said of the same version, and nothing offered to a reader or where there is no template", () => {
  const doc = new Doc();
  open(new Doc(), [template(1, "Side: […]")], { isEditable: false });
  open(new Doc(), []);
  expect(offer()).toBeNull();
  startFromTemplate(doc, "summary", template(1, "Side: […]"));
  open(doc, [template(1, "Side: […]")]);
  expect(screen.queryByText(/version 1/)).toBeNull();
});

test("a programme's own template stands beside the one that comes along, and is told of by its own changes alone", () => {
  const doc = new Doc();
  const own = { id: "01OWN", name: "Spine, short" };
  const standard = template(3, "Side: […]");
  open(doc, [template(1, "Level: […]", own), standard]);
  expect(offer()).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Start from “Spine, short”" }));
  expect(sectionText(doc, "summary")).toBe("Level: […]");
  cleanup();
  open(doc, [template(2, "Level and side: […]", own), standard]);
  expect(screen.getByText(/version 1 then, version 2 now/)).toBeTruthy();
  expect(screen.getByText("Level and side: […]")).toBeTruthy();
  cleanup();
  // Taken back meanwhile: there is nothing newer to show.
  open(doc, [standard]);
  expect(screen.queryByText(/version 1/)).toBeNull();
  expect(sectionText(doc, "summary")).toBe("Level: […]");
});
