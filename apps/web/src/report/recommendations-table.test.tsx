import { loadMessages } from "@consilium/language";
import type { Report, ReportRecommendation } from "@consilium/report";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { RecommendationsTable } from "./recommendations-table.tsx";

const messages = await loadMessages("en");

const advised: ReportRecommendation = {
  id: "one",
  number: 1,
  action: [],
  owner: null,
  urgency: "soon",
  due: "2026-12-04",
  strength: "conditional",
  certainty: "very low",
  references: [],
  changes: [],
  reason: [],
};

test("when and how strongly something is advised begins as a sentence does, whatever of it was said", () => {
  const urgencies = ["soon", "", ""];
  const recommendations = urgencies.map((urgency, at) => ({
    ...advised,
    id: String(at),
    urgency,
    ...(at === 2 && { due: null, strength: null }),
  }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the table reads of a report.
  const report = { recommendations, sections: { recommendations: [] }, askedBy: [] } as unknown as Report;
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC" now={new Date("2026-11-24T13:00:00Z")}>
      <RecommendationsTable report={report} opinion={undefined} />
    </LanguageProvider>,
  );
  const cells = screen
    .getAllByRole("row")
    .map((row) => [...row.children].slice(2).map((cell) => cell.textContent));
  expect(cells).toEqual([
    ["When", "Strength, certainty"],
    ["Soon, by 4 Dec", "Conditional, very low"],
    ["By 4 Dec", "Conditional, very low"],
    ["Not said", "Very low"],
  ]);
});
