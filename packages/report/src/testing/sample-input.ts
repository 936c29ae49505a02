import type { ReportInput } from "../report-input.ts";
import type { Contributor, Signer } from "../report-people.ts";
import { idOf } from "./ids.ts";
import { sampleOpinion, sampleRecords } from "./sample-opinion.ts";

const digest = (digit: string): string => digit.repeat(64);

const signers: readonly Signer[] = [
  {
    seat: idOf("seat hallstrom"),
    name: "Dr Ingrid Hallström",
    profession: "Liver surgery",
    workplace: "Sundvik University Hospital",
    role: "lead",
    licence: {
      number: "SE-48 211",
      authority: "National Board of Health and Welfare",
      country: "SE",
      checkedAt: "2026-11-26T14:00:00Z",
    },
    blindUntil: null,
    shownBy: "code",
  },
];

const contributors: readonly Contributor[] = [
  {
    seat: idOf("seat wierzbicki"),
    name: "Dr Tomasz Wierzbicki",
    profession: "Radiology",
    workplace: "Sundvik University Hospital",
    wrote: true,
    blindUntil: null,
  },
  {
    seat: idOf("seat castellane"),
    name: "Dr Marc Castellane",
    profession: "Radiology",
    workplace: null,
    wrote: false,
    blindUntil: "2026-11-23T08:02:00Z",
  },
];

/** An opinion with every part of clinical.md in it, written by two. Every person in it is invented. */
export const sampleInput: ReportInput = {
  language: "en-GB",
  zone: "Europe/Stockholm",
  case: {
    id: idOf("case"),
    number: "CN-4821",
    title: "Liver metastases from bowel cancer",
    specialty: "oncology",
  },
  document: idOf("opinion"),
  version: 1,
  replaces: null,
  organisation: { name: "Sundvik Second Opinions", country: "SE", contact: "0555 0100" },
  patient: { id: idOf("person"), name: "Marisol Quintana", born: "1968-03-14", sex: "female", country: "IE" },
  askedBy: [
    {
      seat: idOf("seat okonkwo"),
      name: "Dr Adaeze Okonkwo",
      profession: "Medical oncology",
      workplace: "Northgate Hospital",
    },
  ],
  signedAt: "2026-11-26T15:12:00Z",
  signers,
  contributors,
  statement: "I have read all of it, and it is my opinion.",
  conflicts: "None.",
  headline: null,
  opinion: sampleOpinion,
  questions: [
    {
      id: idOf("q4"),
      rank: 4,
      version: 1,
      text: "Can I have the operation in Spain?",
      askedBy: "Marisol Quintana",
      withdrawnAt: "2026-11-12T19:15:00Z",
    },
    {
      id: idOf("q2"),
      rank: 2,
      version: 1,
      text: "Is more chemotherapy needed first?",
      askedBy: "Dr Adaeze Okonkwo",
      withdrawnAt: null,
    },
    {
      id: idOf("q1"),
      rank: 1,
      version: 1,
      text: "Can the liver metastases be removed by surgery now?",
      askedBy: "Dr Adaeze Okonkwo",
      withdrawnAt: null,
    },
    {
      id: idOf("q3"),
      rank: 3,
      version: 2,
      text: "What does the tissue of the liver show?",
      askedBy: "Marisol Quintana",
      withdrawnAt: null,
    },
  ],
  records: [
    {
      id: sampleRecords.board,
      title: "Tumour board letter",
      kind: "note",
      date: "2026-03",
      source: "Northgate Hospital",
      digest: digest("a"),
      seen: null,
    },
    {
      id: sampleRecords.ct,
      title: "CT of chest and abdomen",
      kind: "imaging-study",
      date: "2026-11-03",
      source: "Northgate radiology",
      digest: digest("b"),
      seen: "images",
    },
    {
      id: sampleRecords.cea,
      title: "CEA",
      kind: "laboratory",
      date: "2026-11-02",
      source: null,
      digest: digest("c"),
      seen: null,
    },
  ],
  missing: [{ name: "MRI of the liver", because: "None has been made." }],
  owners: [
    { seat: idOf("seat okonkwo"), name: "Dr Adaeze Okonkwo", workplace: "Northgate Hospital", endedAt: null },
    { seat: idOf("seat gone"), name: "Dr Pablo Ruiz", workplace: null, endedAt: "2026-11-25T10:00:00Z" },
  ],
  keyImages: [
    {
      id: "key-1",
      mediaType: "image/png",
      sha256: digest("d"),
      width: 320,
      height: 240,
      alt: "Axial CT of the liver with a cross on a dark lesion in segment VI.",
      caption: "CT 3 Nov 2026, series 4, slice 87",
      evidence: idOf("ct 87"),
    },
  ],
  imagesLeftOut: [],
  contacts: [
    {
      item: idOf("f2"),
      by: "Dr Ingrid Hallström",
      to: "Dr Adaeze Okonkwo",
      channel: "telephone",
      at: "2026-11-23T09:20:00Z",
      words: "She will move the date.",
    },
  ],
  urgentFindings: [
    {
      words: "Free air below the diaphragm.",
      raisedBy: "Dr Tomasz Wierzbicki",
      raisedAt: "2026-11-22T08:00:00Z",
      recipient: "Dr Adaeze Okonkwo",
      channels: ["telephone", "message"],
      acknowledgedBy: "Dr Adaeze Okonkwo",
      acknowledgedAt: "2026-11-22T08:20:00Z",
    },
  ],
  reasons: [
    {
      rule: "strong-on-weak",
      point: "Recommendation 2 is strong, its certainty is low",
      reason: "No trial will be made.",
      by: "Dr Ingrid Hallström",
    },
  ],
  inputs: [
    { name: "story", sequence: 12, digest: digest("e") },
    { name: `opinion.${idOf("opinion")}`, sequence: 340, digest: digest("f") },
  ],
};
