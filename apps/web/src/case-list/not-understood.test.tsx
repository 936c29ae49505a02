import { gaps } from "@consilium/interchange";
import { loadMessages } from "@consilium/language";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { NotUnderstood } from "./not-understood.tsx";

const messages = await loadMessages("en");

const show = (notUnderstood: Parameters<typeof NotUnderstood>[0]["opened"]["notUnderstood"]) =>
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <NotUnderstood opened={{ id: "case", records: 10, prefilled: false, notUnderstood }} />
    </LanguageProvider>,
  );

test("every reason has words, and nothing is shown as a bare word of the wire", () => {
  show(gaps.map((gap) => ({ type: "Thing", part: null, gap, count: 1, ids: [] })));
  for (const gap of gaps) expect(screen.queryByText(gap, { exact: true })).toBeNull();
  expect(screen.getAllByText("1 × Thing")).toHaveLength(gaps.length);
});

test("what was left out is counted and named under its reason", () => {
  show([
    { type: "Claim", part: null, gap: "billing", count: 17, ids: [] },
    { type: "Patient", part: "identifier", gap: "administrative", count: 1, ids: [] },
  ]);
  expect(screen.getByText("10 records are in the case.")).toBeTruthy();
  expect(screen.getByText(/^18 things in the file/)).toBeTruthy();
  expect(screen.getByText("1 × Patient, its identifier")).toBeTruthy();
});
