import { writeFragment } from "@consilium/workspace";
import { expect, test, vi } from "vitest";
import { Doc } from "yjs";
import { LostLinks } from "./lost-evidence.ts";
import { openTestEditor } from "./testing-editor.ts";

const id = "01K0000000000000000000EV01";

function openWithLink(ofValue?: (isCorrected: boolean) => string) {
  const fragment = new Doc().getXmlFragment("s.findings");
  writeFragment(fragment, {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "It grew " },
          { type: "evidence", attrs: { id } },
        ],
      },
    ],
  });
  const lost = new LostLinks();
  const editor = openTestEditor(fragment, {
    lostEvidence: lost,
    evidenceLabel: (link) =>
      ofValue?.(lost.changeOf(link) !== undefined) ?? (lost.of(link) ? "Place not found: CT" : "CT"),
  });
  const link = editor.view.dom.querySelector<HTMLElement>("a.evidence");
  if (!link) throw new Error("The text has no link");
  return { lost, link, editor };
}

test("a link says that its place is lost, and that it is found again", () => {
  const { lost, link } = openWithLink();
  expect([link.textContent, link.hasAttribute("data-lost")]).toEqual(["CT", false]);
  lost.set(new Map([[id, "place"]]));
  expect([link.textContent, link.hasAttribute("data-lost")]).toEqual(["Place not found: CT", true]);
  expect(link.getAttribute("aria-disabled")).toBeNull();
  lost.set(new Map());
  expect([link.textContent, link.hasAttribute("data-lost")]).toEqual(["CT", false]);
});

test("a link whose record is gone cannot be followed, and says so", () => {
  const { lost, link } = openWithLink();
  lost.set(new Map([[id, "record"]]));
  expect(link.getAttribute("aria-disabled")).toBe("true");
});

test("a link whose value was corrected is marked, and its label asked for anew", () => {
  const series = {
    id: "s",
    title: "CEA",
    codings: [],
    unit: null,
    group: null,
    method: null,
    points: [],
  };
  const point = {
    id: "a",
    date: null,
    value: { kind: "text", text: "52" },
    range: null,
    interpretation: null,
    status: null,
    note: null,
  } as const;
  const change = { was: { series, point }, now: { series, point: { ...point, id: "b" } } };
  const { lost, link } = openWithLink((found) => (found ? "CEA, corrected" : "CEA"));
  expect([link.textContent, link.hasAttribute("data-corrected")]).toEqual(["CEA", false]);
  lost.set(new Map(), new Map([[id, change]]));
  expect([link.textContent, link.hasAttribute("data-corrected")]).toEqual(["CEA, corrected", true]);
  expect([link.hasAttribute("data-lost"), link.getAttribute("aria-disabled")]).toEqual([false, null]);
  lost.set(new Map());
  expect([link.textContent, link.hasAttribute("data-corrected")]).toEqual(["CEA", false]);
});

test("listeners hear of changes only, and an editor that ended hears nothing", () => {
  const { lost, link, editor } = openWithLink();
  const heard = vi.fn<() => void>();
  lost.subscribe(heard);
  lost.set(new Map());
  expect(heard).not.toHaveBeenCalled();
  editor.destroy();
  lost.set(new Map([[id, "place"]]));
  expect(heard).toHaveBeenCalledOnce();
  expect(link.hasAttribute("data-lost")).toBe(false);
});
