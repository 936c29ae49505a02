import { loadMessages } from "@consilium/language";
import { cleanup, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { LeftOutOfFiles } from "./left-out-of-files.tsx";
import { ResultSentences, type ResultSentencesProps } from "./result-sentences.tsx";

const messages = await loadMessages("en");

const inFull = { files: 0, things: 0, images: 0 };

function said(delivery: Partial<ResultSentencesProps["delivery"]>): string {
  const whole = { records: ["r"], notRead: 0, ignored: 0, notWhole: inFull, ...delivery };
  const { container } = render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <ResultSentences became="Two files became two notes." delivery={whole} word={undefined} />
    </LanguageProvider>,
  );
  const text = container.textContent.replaceAll(/\s+/g, " ").trim();
  cleanup();
  return text;
}

test("every file could be read, is said where that is all there is to say", () => {
  expect(said({})).toBe("Two files became two notes. Every file could be read.");
  expect(said({ ignored: 1 })).toMatch(/left out\. Every other file could be read\.$/);
});

test("it is not said where a file, a part of one, a thing in one or an image is missing", () => {
  const short: readonly Partial<ResultSentencesProps["delivery"]>[] = [
    { notRead: 1 },
    { notWhole: { ...inFull, files: 1 } },
    { notWhole: { ...inFull, things: 3 } },
    { notWhole: { ...inFull, images: 2 } },
    { records: [] },
  ];
  for (const one of short) expect(said(one)).not.toMatch(/file could be read/);
  expect(said({ notWhole: { ...inFull, things: 3 } })).toContain(
    "3 things in the files are not among the records",
  );
});

test("what was left out stands below its file, with how much of what and why", () => {
  const ids = ["a"];
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <LeftOutOfFiles
        things={[
          { path: "summary.xml", type: "Results", part: "codes", gap: "text-only", count: 2, ids },
          { path: "export.json", type: "Claim", part: null, gap: "billing", count: 17, ids },
        ]}
      />
    </LanguageProvider>,
  );
  const [summary, other] = screen.getAllByRole("region").map(({ textContent }) => textContent);
  expect(summary).toBe("summary.xmlIts words were kept, its codes were not.2 × Results, its codes");
  expect(other).toContain("17 × Claim");
});
