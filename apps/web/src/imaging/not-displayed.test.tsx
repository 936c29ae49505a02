import { type NotDisplayedReason, notDisplayedReasons } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { study as testStudy } from "../record/testing-records.ts";
import { NotAllDisplayed, NotDisplayed } from "./not-displayed.tsx";

const messages = await loadMessages("en");

function show(...reasons: readonly (NotDisplayedReason | null)[]) {
  const record = testStudy("study");
  if (record.kind !== "imaging-study") throw new Error("It is no study");
  const series = reasons.flatMap((notDisplayed, at) =>
    record.content.series
      .slice(0, 1)
      .map((one) => ({ ...one, uid: `1.${at}`, modality: "SEG", description: `No ${at}`, notDisplayed })),
  );
  const study = { ...record, content: { ...record.content, series } };
  return render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <NotAllDisplayed study={study} />
      <NotDisplayed study={study} />
    </LanguageProvider>,
  );
}

test("a series that no viewer shows is named beside its true reason, without a press", () => {
  show(null, "segmentation", "htj2k");
  expect(screen.getByText(/^2 series of this study are not shown\./)).toBeTruthy();
  expect(screen.getByText("2 series are kept and not shown here:").closest("details")).toBeNull();
  const lines = screen.getAllByRole("listitem");
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    "SEG No 1: outlines of regions in other pictures (a segmentation), which are not drawn here yet",
    "SEG No 2: packed as HTJ2K, which is not read here yet",
  ]);
  expect(lines.every((line) => line.closest("details") === null)).toBe(true);
});

test("every reason has words, and many series do not push the pictures away", () => {
  show(...notDisplayedReasons);
  const lines = screen.getAllByRole("listitem");
  expect(new Set(lines.map(({ textContent }) => textContent?.split(": ")[1])).size).toBe(
    notDisplayedReasons.length,
  );
  expect(lines.filter((line) => line.closest("details") === null)).toHaveLength(3);
});

test("where all is shown nothing is said", () => {
  expect(show(null).container.textContent).toBe("");
});
