import type { IntakeEntry } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { EntryWords } from "./entry-words.tsx";

const messages = await loadMessages("en");

function wordsOf(fields: IntakeEntry["fields"]): string {
  const entry = { id: "1", fields, still: null, record: null } as const;
  const { container } = render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <EntryWords entry={entry} />
    </LanguageProvider>,
  );
  return container.textContent.trim();
}

test("dates of an entry are read as dates, as exact as they were given", () => {
  expect(wordsOf({ name: "Right hemicolectomy", on: "2026-05-20" })).toBe("Right hemicolectomy, 20 May 2026");
  expect(wordsOf({ name: "FOLFOX", from: "2025-11", to: "2026" })).toBe("FOLFOX, November 2025 – 2026");
  expect(wordsOf({ name: "Metformin", dose: "500 mg", from: "2019" })).toBe("Metformin, 500 mg, 2019 –");
  expect(wordsOf({ name: "FOLFOX", to: "2026-05-20" })).toBe("FOLFOX, – 20 May 2026");
  expect(wordsOf({ name: "Fall" })).toBe("Fall");
});
