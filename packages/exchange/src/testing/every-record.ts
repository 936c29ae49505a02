import type { ClinicalRecord, ListEntry, StoredFile } from "@consilium/clinical";
import type { ExportedFile, ExportedRecord } from "../bundle/case-to-export.ts";

const heading = (id: string, title: string) => ({
  id,
  title,
  date: "2026-05-04T10:00",
  source: "Hospital of Girona",
  author: "Dr Puig",
  language: "en",
  code: null,
  revealsFirstOpinion: false,
});

const entry = (id: string, title: string, more: Partial<ListEntry> = {}): ListEntry => ({
  id,
  title,
  codings: [],
  status: null,
  from: null,
  to: null,
  note: null,
  detail: null,
  ...more,
});

const decimal = (text: string) => ({ text, number: Number(text) });
const point = (id: string) => ({
  id,
  date: "2026-05",
  range: null,
  interpretation: null,
  status: null,
  note: null,
});

type Series = Extract<ClinicalRecord, { kind: "laboratory" }>["content"]["series"][number];

const markers: Series = {
  id: "s1",
  title: "CEA",
  codings: [],
  unit: { text: "µg/L", ucum: "ug/L" },
  group: "Markers",
  method: "ELISA",
  points: [
    {
      ...point("x1"),
      value: { kind: "quantity", value: decimal("5.0"), comparator: "<" },
      range: { low: null, high: decimal("5"), text: null },
      source: "urn:lab|17",
      specimen: "Blood",
    },
    {
      ...point("x2"),
      value: { kind: "absent", reason: "No value: Clotted" },
      status: "cancelled",
      note: "again\nsoon",
    },
  ],
};

const culture: Series = {
  id: "s2",
  title: "Culture",
  codings: [],
  unit: null,
  group: null,
  method: null,
  points: [
    {
      ...point("x3"),
      value: { kind: "text", text: "no growth" },
      interpretation: { code: "", text: "fine" },
    },
    {
      ...point("x4"),
      value: { kind: "coded", concept: { text: "Negative", codings: [] } },
      interpretation: { code: "NEG", text: "Negative" },
    },
  ],
};

/** One of each kind, and of what is rare in them. */
const recordsOf: readonly ((stored: StoredFile) => ClinicalRecord)[] = [
  () => ({
    ...heading("r1", "Letter"),
    kind: "note",
    content: {
      pages: null,
      blocks: [
        { type: "heading", level: 2, text: "Course & <plan>" },
        { type: "paragraph", text: "First line\nsecond  line" },
        { type: "list", ordered: true, items: ["one", "two\nmore"] },
        { type: "table", head: ["Day", "Value"], rows: [["1", "2"]] },
        { type: "table", head: ["Only a head"], rows: [] },
      ],
    },
  }),
  (stored) => ({
    ...heading("r2", "Scan"),
    kind: "document",
    content: { file: stored, pages: 1, hasText: false },
  }),
  () => ({
    ...heading("r3", "Problems"),
    kind: "problems",
    content: {
      entries: [
        {
          ...entry("e1", "Ruled out: Asthma", { from: "2020", to: "2019" }),
          certainty: "refuted",
          severity: "odd",
        },
        {
          ...entry("e2", "Gout", { status: "active", to: "2024-02", note: "a\nb", detail: "Left foot" }),
          certainty: null,
          severity: null,
        },
        {
          ...entry("e3", "Measles", { status: "resolved", from: "1970", to: "1970" }),
          certainty: "sure",
          severity: null,
        },
      ],
    },
  }),
  () => ({
    ...heading("r4", "Medicines"),
    kind: "medicines",
    content: {
      entries: (["prescribed", "stated", "dispensed", "given", "unknown"] as const).map((basis, at) => ({
        id: `m${at}`,
        title: at === 0 ? "Not to be given: Ibuprofen" : "Ibuprofen",
        codings: [],
        status: at === 1 ? "odd" : "active",
        from: "2024",
        to: at === 2 ? "2023" : "2025-01",
        note: null,
        dose: "400 mg\nat night",
        basis,
        takenAsWritten: at === 3 ? false : null,
        reason: "Pain",
        stoppedBecause: at === 4 ? "Stomach" : null,
      })),
    },
  }),
  () => ({
    ...heading("r5", "Allergies"),
    kind: "allergies",
    content: {
      entries: [
        {
          id: "a1",
          title: "Latex",
          codings: [],
          status: null,
          from: null,
          to: "2022",
          note: null,
          reactions: [{ text: "Itch", severity: "bad" }],
          severity: null,
          criticality: "odd",
          certainty: null,
        },
      ],
    },
  }),
  () => ({
    ...heading("r6", "Procedures"),
    kind: "procedures",
    content: {
      entries: [
        entry("p1", "Not done: Biopsy", { status: "not-done" }),
        entry("p2", "Biopsy", { from: "2024", to: "2024-02" }),
      ],
    },
  }),
  () => ({
    ...heading("r7", "Immunizations"),
    kind: "immunizations",
    content: {
      entries: [
        entry("i1", "Tetanus"),
        entry("i2", "Not given: Measles", { status: "not-done", from: "2001" }),
      ],
    },
  }),
  () => ({
    ...heading("r8", "Visits"),
    kind: "encounters",
    content: {
      entries: [
        entry("v1", "Visit", {
          status: "finished",
          from: "2024-01-01",
          to: "2024-01-02",
          note: "n",
          detail: "d",
        }),
      ],
    },
  }),
  () => ({
    ...heading("r9", "Plans"),
    kind: "plans",
    content: {
      entries: [
        entry("l1", "Care plan", { detail: "Rest\nand walk" }),
        entry("l2", "Care plan: Heart", { status: "active", from: "2024", to: "2025" }),
        entry("l3", "Goal: Walk", { status: "active, improving", to: "2026-12" }),
        entry("l4", "Ordered: CT", { from: "2026-01", to: "2026-02" }),
        entry("l5", "Not to be done: MRI", { status: "odd" }),
      ],
    },
  }),
  () => ({
    ...heading("r10", "Laboratory results"),
    code: {
      text: "Laboratory results",
      codings: [{ system: "http://loinc.org", code: "30954-2", display: null }],
    },
    kind: "laboratory",
    content: {
      series: [markers, culture],
    },
  }),
  () => ({
    ...heading("r11", "Pathology of the colon"),
    kind: "pathology",
    content: {
      blocks: [{ type: "paragraph", text: "Adenocarcinoma." }],
      fields: [{ name: "Grade", value: "G2", unit: null }],
      places: [],
      accession: "A-1",
      specimenBlocks: ["B1", "B2"],
      slideCount: null,
      scanner: null,
    },
  }),
  () => ({
    ...heading("r12", "CT of the chest"),
    kind: "imaging-report",
    content: {
      blocks: [{ type: "paragraph", text: "No nodules." }],
      fields: [],
      places: [],
      accession: null,
      modality: "CT",
      series: [{ number: 1, description: "Lung", images: 200, thicknessMm: null, seconds: null }],
    },
  }),
  () => ({
    ...heading("r13", "CT"),
    kind: "imaging-study",
    content: {
      studyUid: "1.2.840.1",
      accession: null,
      modalities: ["CT"],
      series: [
        {
          uid: "1.2.840.1.1",
          number: 2,
          modality: "CT",
          description: "",
          bodyPart: null,
          laterality: null,
          instances: 3,
          frames: 3,
          tracings: 0,
          frameOfReference: null,
          thicknessMm: null,
          notDisplayed: null,
        },
      ],
      bytes: 12,
    },
  }),
];

/** A record of each kind, those that have a file with this one. */
export function everyRecord(file: ExportedFile): readonly ExportedRecord[] {
  const { name, mediaType, bytes, sha256 } = file;
  const stored = { id: "F1", name, mediaType, bytes, sha256 };
  return recordsOf.map((make) => {
    const record = make(stored);
    const hasFile = record.kind === "document" || record.kind === "imaging-study";
    return { record, files: hasFile ? [file] : [] };
  });
}
