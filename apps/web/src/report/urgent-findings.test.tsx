import { loadMessages } from "@consilium/language";
import type { Report } from "@consilium/report";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { UrgentFindings, type UrgentFindingsProps } from "./urgent-findings.tsx";

const messages = await loadMessages("en");

const passedOn: Report["urgentFindings"][number] = {
  words: "Free air below the diaphragm",
  raisedBy: "Dr Ingrid Hallström",
  raisedAt: "2026-11-24T12:00:00.000Z",
  recipient: "Dr Adaeze Okonkwo",
  channels: ["By telephone, nobody answered."],
  passedOn: { at: "2026-11-24T13:00:00.000Z", second: "Dr Tomasz Wierzbicki" },
  acknowledgedBy: "Dr Tomasz Wierzbicki",
  acknowledgedAt: "2026-11-24T13:05:00.000Z",
};

const unanswered = { ...passedOn, acknowledgedBy: null, acknowledgedAt: null };

function show(
  urgentFindings: Report["urgentFindings"],
  takenOnSince: UrgentFindingsProps["takenOnSince"] = [],
) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What is read of a report.
  const report = { urgentFindings } as Report;
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <CaseContext value={caseFor({ role: "patient", commands: [] })}>
        <UrgentFindings report={report} takenOnSince={takenOnSince} />
      </CaseContext>
    </LanguageProvider>,
  );
}

test("what was found stands apart from what became of it: told, passed on after the hour, taken on", () => {
  show([passedOn]);
  expect(screen.getByText("Free air below the diaphragm").tagName).toBe("B");
  expect(screen.getByRole("listitem").textContent).toBe(
    "Free air below the diaphragm Raised by Dr Ingrid Hallström 24 Nov, 12:00, to Dr Adaeze Okonkwo. The hour went by: 24 Nov, 13:00, whoever coordinates and Dr Tomasz Wierzbicki were told. Dr Tomasz Wierzbicki took it on 24 Nov, 13:05. Besides: By telephone, nobody answered.",
  );
});

test("what nobody had taken on when it was signed says who took it on since", () => {
  const other = { ...unanswered, words: "Potassium of 6.9", raisedAt: "2026-11-24T14:00:00.000Z" };
  const at = "2026-11-25T08:00:00.000Z";
  show([unanswered, other], [{ raised: unanswered.raisedAt, by: "referrer", at }]);
  const [first, second] = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(first).toMatch(
    /Nobody had taken it on when this was signed\..*Since then The referrer took it on 25 Nov, 08:00\.$/,
  );
  expect(second).not.toContain("Since then");
});

test("where nothing was urgent nothing stands", () => {
  show([]);
  expect(screen.queryByRole("heading")).toBeNull();
});
