import { loadMessages } from "@consilium/language";
import type { Evidence } from "@consilium/workspace";
import { createFormatter, createTranslator } from "use-intl";
import { expect, test } from "vitest";
import { openRecord } from "./record-places.ts";
import { changedLinks } from "./relied-on/lost-links.ts";
import { testRecord } from "./testing-records.ts";
import { changeWords, valueChange } from "./value-change.ts";

const messages = await loadMessages("en");
const t = createTranslator({ locale: "en-GB", messages, namespace: "record" });
const format = createFormatter({ locale: "en-GB", timeZone: "America/Los_Angeles" });
const [id, former, first] = [
  "01K00000000000000000000001",
  "01K00000000000000000000002",
  "01K00000000000000000000003",
] as const;

interface Said {
  readonly date?: string | null;
  readonly source?: string;
}

const value = (
  observation: string,
  text: string,
  { date = "2026-05-03", source = "http://lab.test|1" }: Said = {},
) => ({
  id: observation,
  date,
  value: { kind: "quantity", value: { text, number: Number(text) }, comparator: null },
  range: null,
  interpretation: null,
  status: null,
  note: null,
  source,
});

const laboratory = (recordId: string, unit: string, ...points: readonly unknown[]) =>
  testRecord(recordId, "laboratory", {
    series: [
      {
        id: `series of ${recordId}`,
        title: "CEA",
        codings: [{ system: "http://loinc.org", code: "2039-6", display: null }],
        unit: { text: unit, ucum: null },
        group: null,
        method: null,
        points,
      },
    ],
  });

const opened = (now: ReturnType<typeof laboratory>, ...earlier: readonly ReturnType<typeof laboratory>[]) =>
  openRecord(
    now,
    "a".repeat(64),
    earlier.map((one) => one.id),
    earlier,
  );

const on = (record: string, observation: string) => ({ kind: "observation", record, observation }) as const;

const words = (record: ReturnType<typeof opened>, observation = "a", version: string = former) => {
  const change = valueChange(record, on(version, observation));
  return change && changeWords(t, format, change);
};

test("a corrected value is told with what it was, when, and what it is now", () => {
  const before = laboratory(former, "µg/L", value("a", "52"));
  const now = (...said: Parameters<typeof value>) => opened(laboratory(id, "µg/L", value(...said)), before);
  expect(words(now("x", "25"))).toBe("was 52 µg/L on 3 May 2026, now 25 µg/L");
  expect(words(now("x", "25", { date: "2026-05-04" }))).toBe(
    "was 52 µg/L on 3 May 2026, now 25 µg/L on 4 May 2026",
  );
  expect(words(now("x", "52.0"))).toBeUndefined();
  expect(words(opened(laboratory(id, "ng/dL", value("x", "52")), before))).toBe(
    "was 52 µg/L on 3 May 2026, now 52 ng/dL",
  );
});

test("one without a day says none", () => {
  const before = laboratory(former, "µg/L", value("a", "52", { date: null }));
  expect(words(opened(laboratory(id, "µg/L", value("x", "25", { date: null })), before))).toBe(
    "was 52 µg/L, now 25 µg/L",
  );
});

test("what it was is what the version says that the link was made on", () => {
  const record = opened(
    laboratory(id, "µg/L", value("x", "25")),
    laboratory(former, "µg/L", value("a", "52")),
    laboratory(first, "µg/L", value("a", "86")),
  );
  expect(words(record)).toBe("was 52 µg/L on 3 May 2026, now 25 µg/L");
  expect(words(record, "a", first)).toBe("was 86 µg/L on 3 May 2026, now 25 µg/L");
  expect(words(record, "x", id)).toBeUndefined();
});

const link = (anchor: Evidence["anchor"]): Evidence => ({ anchor, label: "CEA 52 µg/L, 3 May 2026" });

test("of a text's links those with a corrected value are told", () => {
  const record = opened(
    laboratory(id, "µg/L", value("x", "25"), value("y", "7", { source: "http://lab.test|2" })),
    laboratory(former, "µg/L", value("a", "52"), value("b", "7", { source: "http://lab.test|2" })),
  );
  const links = new Map([
    ["corrected", link(on(former, "a"))],
    ["as it was", link(on(former, "b"))],
    ["new", link(on(id, "x"))],
    ["elsewhere", link(on(first, "a"))],
  ]);
  expect([...changedLinks(links, [record]).keys()]).toEqual(["corrected"]);
});
