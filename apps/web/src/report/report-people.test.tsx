import { loadMessages } from "@consilium/language";
import type { Report } from "@consilium/report";
import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { ReportPeople } from "./report-people.tsx";

const messages = await loadMessages("en");

const person = (name: string) => ({ seat: name, name, profession: null, workplace: null });
const signers: Report["signers"] = [
  { ...person("Dr Ingrid Hallström"), role: "lead", licence: null, blindUntil: null, shownBy: "code" },
];

const show = (contributors?: Report["contributors"]) =>
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <CaseContext value={caseFor({ role: "patient", commands: [] })}>
        <ReportPeople report={{ signers, conflicts: "None.", ...(contributors && { contributors }) }} />
      </CaseContext>
    </LanguageProvider>,
  );

test("of two who wrote it the one who signed is named as who signed; the other and who read blind stand apart", () => {
  show([
    { ...person("Dr Tomasz Wierzbicki"), wrote: true, blindUntil: null },
    { ...person("Dr Marc Castellane"), wrote: false, blindUntil: "2026-11-23T08:02:00Z" },
  ]);
  const signed = within(screen.getByRole("region", { name: "Signed" }));
  expect(signed.getByText("Dr Ingrid Hallström")).toBeTruthy();
  expect(signed.getByText(/Shown by a code of their authenticator app/)).toBeTruthy();
  expect(signed.queryByText("Dr Tomasz Wierzbicki")).toBeNull();
  const besides = screen.getByRole("region", { name: "Took part, without signing" });
  expect(besides.textContent).toMatch(
    /Dr Tomasz Wierzbicki.*Wrote it too.*Dr Marc Castellane.*Read it blind until .*23 Nov/,
  );
});

test("where nobody else took part nothing is said of others", () => {
  show();
  expect(screen.getAllByRole("region")).toHaveLength(1);
});
