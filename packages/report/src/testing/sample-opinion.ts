import { markdownToRichText, type RichDocument } from "@consilium/workspace";
import { bySection } from "../by-section.ts";
import type { EvidenceInput, ItemInput, OpinionInput } from "../report-input.ts";
import type { ReportSection } from "../report.ts";
import { idOf } from "./ids.ts";

/** `[[evidence:ct#place:94|slice 94]]` links to the evidence that is called `ct 94`. */
export const rich = (markdown: string): RichDocument =>
  markdownToRichText(markdown, ({ record, place }) => idOf(`${record} ${place.replace("place:", "")}`));

export const sampleRecords = { ct: idOf("record ct"), cea: idOf("record cea"), board: idOf("record board") };

const evidence: readonly EvidenceInput[] = [
  { id: idOf("ct 87"), words: "slice 87", quote: null, record: sampleRecords.ct },
  { id: idOf("ct 94"), words: "slice 94", quote: null, record: sampleRecords.ct },
  { id: idOf("cea 1"), words: "CEA, 2 Feb to 2 Nov", quote: null, record: sampleRecords.cea },
  {
    id: idOf("board 1"),
    words: "board letter",
    quote: "contact of the lesion with the right hepatic vein",
    record: sampleRecords.board,
  },
];

const sections: Partial<Record<ReportSection, string>> = {
  question:
    "Mrs Quintana and Dr Okonkwo ask whether three liver metastases can be taken out now.\n\n**Bottom line.** All three liver metastases can be resected, after an MRI, sparing the liver. No more chemotherapy is needed before.",
  records:
    "We had the images of three CT studies, all series.\n\n- No slice is missing.\n- Two readers read them.",
  summary:
    "In January a narrowing cancer of the sigmoid colon was found at 24 cm [[evidence:board#place:1|board letter]].",
  findings:
    "### CT of 3 November\n\nThe segment VI lesion has fallen from 34 to 21 mm [[evidence:ct#place:87|slice 87]].",
  assessment: "Three metastases remain, all in reach of a resection that spares the liver.",
  recommendations: "Nothing else is urgent.",
  redflags: "Go to the emergency department the same day.",
  limitations:
    "We have not examined Mrs Quintana. No liver MRI was available, so lesions under 10 mm may have been missed. This opinion is not for emergencies.",
  plain:
    "You have three small tumours in your liver. They can be taken out in **one** operation.\n\nBefore that you need an MRI.",
  followup: "CEA and CT every three months for two years.",
};

const item = (kind: ItemInput["kind"], name: string, fields: ItemInput["fields"]): ItemInput => ({
  id: idOf(name),
  kind,
  rank: name,
  fields,
});

const answers: readonly ItemInput[] = [
  item("answer", "a1", {
    question: idOf("q1"),
    text: rich("Yes, from 4 January, if the MRI shows no new lesion [[evidence:ct#place:87|slice 87]]."),
    cannot: rich(""),
  }),
  item("answer", "a2", {
    question: idOf("q2"),
    text: rich(
      "No. The sum of diameters has fallen by 38% [[evidence:ct#place:87|x]] and CEA from 86 to 6.1 µg/L [[evidence:cea#place:1|x]].",
    ),
    cannot: rich(""),
  }),
  item("answer", "a3", {
    question: idOf("q3"),
    text: rich(""),
    cannot: rich("No tissue of the liver was taken, and none should be."),
  }),
  item("answer", "a4", { question: idOf("q4"), text: rich("Yes, with the same team."), cannot: rich("") }),
];

const findings: readonly ItemInput[] = [
  item("finding", "f1", {
    text: rich("21 × 17 mm"),
    modality: "CT",
    site: "Segment VI",
    first: "22 mm",
    difference: "agrees",
    consequence: "",
    evidence: [idOf("ct 87")],
  }),
  item("finding", "f2", {
    text: rich("11 mm, 4 mm from the right hepatic vein"),
    modality: "CT",
    site: "Segment VII",
    first: "15 mm, touches the vein",
    difference: "major",
    consequence: "changes the operation",
    evidence: [idOf("ct 94")],
  }),
];

const recommendations: readonly ItemInput[] = [
  item("recommendation", "r1", {
    action: rich("MRI of the liver with hepatobiliary contrast"),
    owner: idOf("seat okonkwo"),
    urgency: "soon",
    due: "2026-12-08",
    strength: "strong",
    certainty: "moderate",
    citations: [idOf("c2"), idOf("c1")],
    changes: rich("Contact with the vein over more than a third of its round."),
    reason: rich(""),
  }),
  item("recommendation", "r2", {
    action: rich("One operation: segments III, VI and VII, sparing the rest"),
    owner: "Mr Norrby, regional centre",
    urgency: "planned",
    due: "2027-01-04",
    strength: "strong",
    certainty: "low",
    citations: [idOf("c1")],
    changes: rich(""),
    reason: rich("Every larger series says the same."),
  }),
  item("recommendation", "r3", {
    action: rich("No chemotherapy before surgery; discuss three months after it"),
    owner: idOf("seat gone"),
    urgency: "at follow-up",
    due: null,
    strength: "conditional",
    certainty: "low",
    citations: [],
    changes: rich(""),
    reason: rich(""),
  }),
];

const others: readonly ItemInput[] = [
  item("option", "o1", {
    label: "A",
    name: "Sparing resection",
    preferred: true,
    text: rich("Keeps 86% of the liver."),
  }),
  item("option", "o2", {
    label: "B",
    name: "No operation",
    preferred: false,
    text: rich("The disease will grow."),
  }),
  item("differential", "d1", {
    name: "Metastases",
    for: rich("All three grew, and shrank on treatment [[evidence:cea#place:1|CEA]]."),
    against: rich("None."),
    discriminates: rich("Uptake on MRI."),
    confidence: "high",
    evidence: [],
  }),
  item("red-flag", "w1", {
    symptom: "Fever above 38 °C",
    action: rich("Go to the emergency department."),
    when: "the same day",
  }),
  item("citation", "c1", {
    authors: "Adam R, de Gramont A, Figueras J",
    title: "Managing synchronous liver metastases from colorectal cancer",
    source: "Cancer Treat Rev 2015;41:729-41",
    year: 2015,
    doi: "10.1016/j.ctrv.2015.06.006",
    pmid: "26417845",
    url: "",
  }),
  item("citation", "c2", {
    authors: "Made Up Society",
    title: "Is an MRI needed?",
    source: "Guideline",
    year: 2024,
    doi: "",
    pmid: "",
    url: "https://guidelines.example/mri",
  }),
];

export const sampleOpinion: OpinionInput = {
  sections: bySection((section) => rich(sections[section] ?? "")),
  items: [...answers, ...findings, ...recommendations, ...others],
  evidence,
};
