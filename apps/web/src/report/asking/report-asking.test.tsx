import { act, render, screen } from "@testing-library/react";
import { type ReactNode, useEffect } from "react";
import { expect, test, vi } from "vitest";
import { Doc } from "yjs";
import type { OpinionSummary } from "../../case/case-api.ts";
import type { ThreadsAroundProps } from "../../patient/patient-slots.ts";
import { ReportAsking } from "./report-asking.tsx";
import type { SignedTextProps } from "./signed-text.tsx";

/** The texts that the report is given threads on, in order. */
const texts: Doc[] = [];
let bring: SignedTextProps["onText"] = () => {};
vi.mock(import("./signed-text.tsx"), () => ({
  SignedText: ({ onText }: SignedTextProps) => {
    bring = onText;
    return <></>;
  },
}));
vi.mock(import("../../thread/reading-threads-around.tsx"), () => ({
  ReadingThreadsAround: ({ doc, children }: ThreadsAroundProps) => {
    if (texts.at(-1) !== doc) texts.push(doc);
    return <>{children}</>;
  },
}));
vi.mock(import("../../patient/ask-about.tsx"), () => ({ AskAbout: () => <></> }));

const mounted = vi.fn<() => void>();
function Article(): ReactNode {
  useEffect(() => mounted(), []);
  return <h1>It is the liver alone</h1>;
}

const opinion = (version: number | null): OpinionSummary =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the report reads of it.
  ({ id: "one", version }) as OpinionSummary;

test("the report stays where it is when its text comes, and when a version takes the live text's place", () => {
  const view = render(
    <ReportAsking opinion={opinion(null)}>
      <Article />
    </ReportAsking>,
  );
  const heading = screen.getByRole("heading", { level: 1 });
  const [live, given] = [new Doc(), new Doc()];
  act(() => bring(live));
  view.rerender(
    <ReportAsking opinion={opinion(1)}>
      <Article />
    </ReportAsking>,
  );
  expect(screen.getByRole("heading", { level: 1 })).toBe(heading);
  act(() => bring(given));
  expect(screen.getByRole("heading", { level: 1 })).toBe(heading);
  expect(mounted).toHaveBeenCalledTimes(1);
  expect(texts.slice(1)).toEqual([live, given]);
});
