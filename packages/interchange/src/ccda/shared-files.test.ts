import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { recordPlainText, recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../fhir/testing/account.ts";
import { importOptions } from "../fhir/testing/bundles.ts";
import { importCcda, isCcda } from "./import-ccda.ts";
import { gapsIn } from "./testing/documents.ts";
import { missingWords, sectionTexts } from "./testing/words.ts";

/** Real files of public repositories, which are not part of the project: where they lie says who runs the tests. */
const shared = process.env["CONSILIUM_SHARED_DATA"];
const folder = join(shared ?? "", "ccda");

const files = shared ? globSync(join(folder, "{*,vendor/*}.{xml,XML}")).toSorted() : [];
const others = shared ? globSync(join(folder, "vendor", "*.json")) : [];

/** Sections, of these without a word, and statements that are kept as text only. */
const expected: Readonly<Record<string, readonly [sections: number, silent: number, textOnly: number]>> = {
  "Diagnostic_Imaging_Report.xml": [5, 1, 5],
  "Operative_Note.xml": [16, 0, 7],
  "Referral_Note.xml": [19, 0, 11],
  "Advanced_Technologies_Group_SLI_CCD_b2Cecilia_ATG_ATGEHR_10162017.xml": [15, 0, 0],
  "Amrita_Fairchild_Cameron_A_171122_CCD_201709180916.xml": [24, 0, 4],
  "CareEvolution_195415.xml": [17, 0, 0],
  "MedConnect_JEREMY_BATES_20170924184858_CCD.xml": [17, 0, 2],
  "Medfusion_ccd_JB_Sample2_V11.xml": [16, 0, 1],
  "NextGen_MediTouch_BATES_J_MEMBER_4524898(1).XML": [17, 0, 1],
};

describe.skipIf(!shared)("real documents (skipped where CONSILIUM_SHARED_DATA names no folder)", () => {
  test("are there", () => expect([files.length, others.length]).toEqual([9, 2]));
  test.each(files.map((file) => [basename(file), file] as const))(
    "%s keeps every word of every section, and says what it could not code",
    (name, file) => {
      const bytes = readFileSync(file);
      const result = importCcda(bytes, importOptions());
      if (!result.ok) throw new Error(result.refusal.reason);
      const { value } = result;
      expect(isCcda(bytes)).toBe(true);
      expect(unaccounted(value)).toBe(0);
      for (const record of value.records) expect(recordSchema.parse(record)).toEqual(record);
      const [note] = value.records;
      expect(note?.kind).toBe("note");
      const texts = sectionTexts(bytes);
      const kept = note === undefined ? "" : recordPlainText(note);
      for (const text of texts) expect(missingWords(text, kept)).toEqual([]);
      expect(missingWords(texts.join("\n"), kept)).toEqual([]);
      const silent = gapsIn(value).filter((gap) => gap.endsWith("no-content")).length;
      const textOnly = value.notUnderstood.filter(({ gap }) => gap === "text-only");
      const lost = textOnly.reduce((sum, { count }) => sum + count, 0);
      expect([texts.length, silent, lost]).toEqual(expected[name]);
    },
  );
  test.each(others.map((file) => [basename(file), file] as const))(
    "%s is no clinical document",
    (_name, file) => {
      const bytes = readFileSync(file);
      expect(isCcda(bytes)).toBe(false);
      expect(importCcda(bytes, importOptions())).toEqual({ ok: false, refusal: { reason: "not-c-cda" } });
    },
  );
});
