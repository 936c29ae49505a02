import { codeSystems } from "../code-systems.ts";
import type { RecordOf } from "../record.ts";

export const noteExample: RecordOf<"note"> = {
  id: "01K0000000000000000000NTE1",
  kind: "note",
  title: "Colonoscopy report",
  date: "2025-12-19T10:20",
  source: "Northgate Hospital, endoscopy unit",
  author: "Dr Declan Moriarty",
  language: "en",
  code: {
    text: "Endoscopy report",
    codings: [{ system: codeSystems.loinc, code: "18746-8", display: null }],
  },
  revealsFirstOpinion: false,
  content: {
    pages: 3,
    blocks: [
      { type: "heading", level: 2, text: "Findings" },
      { type: "paragraph", text: "Caecum not reached.\nSigmoid stricture." },
      { type: "list", ordered: false, items: ["biopsy", "tattoo"] },
      { type: "table", head: ["Site", "Size"], rows: [["sigmoid", "42 mm"]] },
    ],
  },
};

const decimal = (text: string) => ({ text, number: Number(text) });

export const laboratoryExample: RecordOf<"laboratory"> = {
  ...noteExample,
  id: "01K0000000000000000000LAB1",
  kind: "laboratory",
  title: "Laboratory results",
  date: "2026-11-02",
  author: null,
  code: null,
  content: {
    series: [
      {
        id: "01K0000000000000000000SER1",
        title: "CEA",
        codings: [{ system: codeSystems.loinc, code: "2039-6", display: null }],
        unit: { text: "µg/L", ucum: "ug/L" },
        group: null,
        method: "one method, Northgate laboratory",
        points: [
          {
            id: "01K0000000000000000000PNT1",
            date: "2026-02-02",
            value: { kind: "quantity", value: decimal("86.0"), comparator: null },
            range: { low: null, high: decimal("5"), text: null },
            interpretation: { code: "H", text: "High" },
            status: null,
            note: null,
          },
          {
            id: "01K0000000000000000000PNT2",
            date: "2026-11-02",
            value: { kind: "quantity", value: decimal("1.5"), comparator: "<" },
            range: { low: null, high: decimal("5"), text: null },
            interpretation: null,
            status: null,
            note: null,
          },
        ],
      },
    ],
  },
};

export const medicinesExample: RecordOf<"medicines"> = {
  ...noteExample,
  id: "01K0000000000000000000MED1",
  kind: "medicines",
  title: "Medicines",
  code: null,
  content: {
    entries: [
      {
        id: "01K0000000000000000000ENT1",
        title: "metformin 1000 MG Oral Tablet",
        codings: [],
        status: "active",
        from: "2020-11",
        to: null,
        note: null,
        dose: "1 tablet twice a day",
        basis: "stated",
        takenAsWritten: true,
        reason: "diabetes",
        stoppedBecause: null,
      },
    ],
  },
};
