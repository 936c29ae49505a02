import { createFormatter } from "use-intl";
import { expect, test } from "vitest";
import { dateWords } from "./record-words.ts";

const format = createFormatter({ locale: "en-GB", timeZone: "America/Los_Angeles" });

test("a date is shown as exactly as its source knew it, and is the same day in every zone", () => {
  expect(dateWords(format, "2026")).toBe("2026");
  expect(dateWords(format, "2026-11")).toBe("November 2026");
  expect(dateWords(format, "2026-11-02")).toBe("2 Nov 2026");
  expect(dateWords(format, "2026-11-02T23:30:00+01:00", "day")).toBe("2 Nov");
  expect(dateWords(format, null)).toBe("");
});
