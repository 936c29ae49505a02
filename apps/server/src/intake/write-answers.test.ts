import type { ReferralVoice } from "@consilium/interchange";
import { intakeOf } from "@consilium/workspace";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { writeAnswers } from "./write-answers.ts";

const event = (name: string): ReferralVoice["entries"][number] => ({
  list: "events",
  fields: { name },
  still: null,
  isOfRecord: false,
});

test("a list stands in the order of the file, also where the ids of one millisecond come in none", () => {
  const doc = new Doc();
  const ids = ["C", "A", "D", "B"].map((end) => `01KDVDNA00TN9P6MHT5FWG4VE${end}`);
  const names = ["Colonoscopy", "Right hemicolectomy", "Chemotherapy", "CT of the abdomen"];
  const voice = {
    side: "clinician",
    texts: {},
    questions: [],
    entries: names.map(event),
    none: {},
    records: {},
    pregnancy: null,
  } as const;
  writeAnswers(doc, voice, [], () => ids.shift() ?? "");
  expect(intakeOf(doc).entries.events.map(({ fields }) => fields.name)).toEqual(names);
});
