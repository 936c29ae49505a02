import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClinicalRecord,
  comparePartialDates,
  groupByKind,
  groupByYear,
  isPartialDate,
  layRecordText,
  plainTextBlocks,
  recordDigest,
  recordKinds,
  recordPlainText,
  recordSchema,
  sortNewestFirst,
} from "../index.ts";
import { laboratoryExample, medicinesExample, noteExample } from "./testing/examples.ts";

const listed = (id: string, date: string | null, title = id): ClinicalRecord => ({
  ...noteExample,
  id,
  date,
  title,
});

describe("partial dates", () => {
  test.each(["2026", "2026-11", "2024-02-29", "2026-11-24T14:05", "2026-11-24T14:05:09.123+05:30"])(
    "%s is a date",
    (date) => {
      expect(isPartialDate(date)).toBe(true);
    },
  );
  test.each([
    "",
    "26",
    "2026-13",
    "2026-02-30",
    "1900-02-29",
    "2026-11-24T25:00Z",
    "2026-1-1",
    "24.11.2026",
    null,
    2026,
  ])("%s is not a date", (date) => {
    expect(isPartialDate(date)).toBe(false);
  });
  test("two moments with offsets are ordered by their instant, not by their letters", () => {
    expect(comparePartialDates("2026-01-01T00:30:00+02:00", "2025-12-31T23:00:00Z")).toBeLessThan(0);
  });
  test("a year stands before the days in it", () => {
    expect(comparePartialDates("2026", "2026-01-01")).toBeLessThan(0);
  });
});

describe("the text an anchor refers to", () => {
  test("a note reads block by block, lists and tables as lines", () => {
    expect(recordPlainText(noteExample)).toBe(
      "Findings\n\nCaecum not reached.\nSigmoid stricture.\n\nbiopsy\ntattoo\n\nSite\tSize\nsigmoid\t42 mm",
    );
  });
  test("every piece covers exactly the words it names", () => {
    const { text, pieces } = layRecordText(noteExample);
    const words = (key: string) => {
      const piece = pieces.find((candidate) => candidate.key === key);
      return piece && text.slice(piece.from, piece.to);
    };
    expect(words("block.1")).toBe("Caecum not reached.\nSigmoid stricture.");
    expect(words("block.2.item.1")).toBe("tattoo");
    expect(words("block.3.head.cell.0")).toBe("Site");
    expect(words("block.3.row.0.cell.1")).toBe("42 mm");
  });
  test("a laboratory value keeps its digits, its comparator and its unit", () => {
    expect(recordPlainText(laboratoryExample)).toBe("CEA\n2026-02-02\t86.0 µg/L H\n2026-11-02\t<1.5 µg/L");
  });
  test("an entry of a list is its title and what is said about it", () => {
    expect(recordPlainText(medicinesExample)).toBe(
      "metformin 1000 MG Oral Tablet\n1 tablet twice a day\ndiabetes",
    );
  });
  test("a quote of typed text is found in the plain text of its blocks", () => {
    const typed =
      "NORTHGATE\r\nSurgeon: C. Devane\r\n\r\nOperation: high anterior resection.  \nBlood loss 90 mL.";
    const blocks = plainTextBlocks(typed);
    expect(blocks).toHaveLength(2);
    const record: ClinicalRecord = { ...noteExample, content: { blocks, pages: null } };
    expect(recordPlainText(record)).toContain("high anterior resection.\nBlood loss 90 mL.");
  });
  test("any typed text keeps its words in order", () => {
    assert(
      property(string(), (typed) => {
        const record: ClinicalRecord = {
          ...noteExample,
          content: { blocks: plainTextBlocks(typed), pages: null },
        };
        expect(recordPlainText(record).split(/\s+/).filter(Boolean)).toEqual(
          typed.split(/\s+/).filter(Boolean),
        );
      }),
    );
  });
});

describe("a record from the database", () => {
  test("is read as it was written", () => {
    for (const record of [noteExample, laboratoryExample, medicinesExample]) {
      expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    }
  });
  test("is refused when its number says something else than its text", () => {
    const text = JSON.stringify(laboratoryExample).replace('"text":"86.0"', '"text":"68.0"');
    expect(recordSchema.safeParse(JSON.parse(text)).success).toBe(false);
  });
  test("has one digest, whatever the order of its keys", async () => {
    const reversed = Object.fromEntries(Object.entries(noteExample).toReversed());
    expect(await recordDigest(recordSchema.parse(reversed))).toBe(await recordDigest(noteExample));
    expect(await recordDigest({ ...noteExample, title: "Another" })).not.toBe(
      await recordDigest(noteExample),
    );
  });
});

describe("the records rail", () => {
  test("goes from the newest year to the oldest, undated last", () => {
    const groups = groupByYear([
      listed("a", "2025-12-19"),
      listed("b", null),
      listed("c", "2026-11"),
      listed("d", "2026-11-03"),
    ]);
    expect(groups.map(({ year, records }) => [year, records.map(({ id }) => id)])).toEqual([
      ["2026", ["d", "c"]],
      ["2025", ["a"]],
      [null, ["b"]],
    ]);
  });
  test("has one order, whatever the order of the rows", () => {
    const rows = [
      listed("a", "2026-01-01", "x"),
      listed("b", "2026-01-01", "x"),
      listed("c", "2026-01-01", "w"),
    ];
    expect(sortNewestFirst(rows)).toEqual(sortNewestFirst(rows.toReversed()));
  });
  test("by kind keeps the order of the kinds and has no empty group", () => {
    expect(groupByKind([medicinesExample, noteExample]).map(({ kind }) => kind)).toEqual([
      "note",
      "medicines",
    ]);
    expect(new Set(recordKinds).size).toBe(recordKinds.length);
    expect(recordKinds).toHaveLength(15);
  });
});
