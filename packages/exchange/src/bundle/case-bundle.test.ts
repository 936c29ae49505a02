import { referralFile } from "@consilium/interchange/testing/referral";
import { isUnit } from "@consilium/interchange/units";
import { fhirFaults } from "@consilium/report/testing";
import type { Bundle } from "@medplum/fhirtypes";
import { expect, test } from "vitest";
import { everyRecord } from "../testing/every-record.ts";
import { exportOf, opened } from "../testing/export-of.ts";
import { bundleText, caseBundle } from "./case-bundle.ts";
import type { CaseToExport } from "./case-to-export.ts";

const file = {
  path: "files/scan.pdf",
  name: "scan.pdf",
  mediaType: "application/pdf",
  bytes: 12,
  sha256: "a".repeat(64),
};

function whole(): CaseToExport {
  const base = exportOf(opened(referralFile(), 1), 1);
  const patient = {
    seat: "PATIENT",
    name: "Rosa Quintana",
    role: "patient",
    profession: null,
    workplace: null,
  };
  const proxy = { ...patient, seat: "PROXY", name: "Marc Quintana", role: "proxy" };
  const at = "2026-11-24T10:00:00.000Z";
  return {
    ...base,
    people: [...base.people, patient, proxy],
    voices: [
      ...base.voices,
      {
        side: "patient",
        texts: { goals: "To walk again.", told: "An operation." },
        questions: [{ text: "Will I be able to work?", textForBlind: "Can work go on?" }],
        entries: [
          {
            list: "medicines",
            fields: { name: "Metoprolol", dose: "half" },
            still: "changed",
            isOfRecord: true,
          },
          {
            list: "treatments",
            fields: { name: "FOLFOX", from: "2026-06", effects: "Numb fingers" },
            still: null,
            isOfRecord: false,
          },
        ],
        none: { family: "unknown", goals: "none" },
        records: { mri: "requested" },
        pregnancy: "not-applicable",
      },
    ],
    choices: {
      decide: "date",
      decideBy: "2026-12-24",
      hearing: "after-call",
      treating: { has: true, name: "Dr Ahlgren", workplace: "", contact: "" },
      help: { interpreter: true, needs: ["hearing", "sight"], note: "Morning" },
    },
    questions: [
      { id: "Q1", rank: 1, text: "Can it be resected?", by: "SEAT1", at, isWithdrawn: false },
      { id: "Q2", rank: 2, text: "And then?", by: "GONE", at, isWithdrawn: true },
    ],
    threads: [
      {
        id: "T1",
        by: "PATIENT",
        at,
        about: "story",
        words: "",
        isOver: true,
        replies: [{ id: "R1", by: "PROXY", at, words: "Yes" }],
      },
    ],
    tasks: [
      {
        id: "K1",
        kind: "record request",
        words: "The slides",
        state: "requested",
        at,
        due: at,
        owner: null,
        answer: null,
      },
      {
        id: "K2",
        kind: "recommendation",
        words: "Repeat the scan",
        state: "completed",
        at: null,
        due: "2026-12-01",
        owner: "Dr Ahlgren",
        answer: "Done",
      },
    ],
    consents: [{ id: "C1", text: "consent, version 1", at, by: "PATIENT" }],
    records: [...base.records, ...everyRecord(file)],
    reports: [
      {
        id: "R1",
        n: 1,
        state: "superseded",
        digest: "b".repeat(64),
        signedAt: at,
        by: "SEAT1",
        files: [{ ...file, path: "report/1.pdf" }],
      },
    ],
  };
}

const read = async (exported: CaseToExport): Promise<Bundle> =>
  JSON.parse(bundleText(await caseBundle(exported)));

test("both validators and our own checks find nothing, in the whole bundle and in every entry alone", async () => {
  const bundle = await read(whole());
  expect(fhirFaults(bundle, isUnit)).toEqual([]);
  expect(new Set(bundle.entry?.map(({ resource }) => resource?.resourceType))).toEqual(
    new Set([
      "AllergyIntolerance",
      "CarePlan",
      "CareTeam",
      "Communication",
      "Condition",
      "Consent",
      "DiagnosticReport",
      "DocumentReference",
      "Encounter",
      "Goal",
      "ImagingStudy",
      "Immunization",
      "MedicationRequest",
      "MedicationStatement",
      "Observation",
      "Patient",
      "Practitioner",
      "PractitionerRole",
      "Procedure",
      "Provenance",
      "QuestionnaireResponse",
      "RelatedPerson",
      "ServiceRequest",
      "Task",
    ]),
  );
});

test("hostile and empty words stay valid", async () => {
  const hostile = `</p><script>alert(1)</script>&"'\u0007 ]]> urn:name:patient`;
  for (const words of [hostile, "", " \n "]) {
    const base = whole();
    const bundle = await read({
      ...base,
      title: words,
      patient: { ...base.patient, name: words, sex: words },
      people: base.people.map((one) => ({ ...one, name: words, profession: words, workplace: words })),
      questions: base.questions.map((one) => ({ ...one, text: words })),
      tasks: base.tasks.map((one) => ({ ...one, words: words || "x", owner: words, answer: words })),
      voices: base.voices.map((voice) => ({
        ...voice,
        texts: { told: words },
        questions: [{ text: words || "x", textForBlind: null }],
      })),
    });
    expect(fhirFaults(bundle, isUnit)).toEqual([]);
  }
});

test("the same case gives the same bytes; what belongs to it alone says so", async () => {
  expect(bundleText(await caseBundle(whole()))).toBe(bundleText(await caseBundle(whole())));
  const bundle = await read(whole());
  const tagged = (bundle.entry ?? []).filter(({ resource }) => resource?.meta?.tag !== undefined);
  expect(new Set(tagged.map(({ resource }) => resource?.resourceType))).toEqual(
    new Set([
      "CareTeam",
      "Communication",
      "Consent",
      "DocumentReference",
      "Practitioner",
      "PractitionerRole",
      "Provenance",
      "RelatedPerson",
      "Task",
    ]),
  );
});

test("a file is named by its path and its digest, and its bytes are not in the bundle", async () => {
  const bundle = await read(whole());
  expect(bundle.entry?.map(({ resource }) => resource)).toContainEqual(
    expect.objectContaining({
      resourceType: "DocumentReference",
      masterIdentifier: { system: "urn:ietf:rfc:3986", value: `urn:hash::sha256:${file.sha256}` },
      content: [
        {
          attachment: { contentType: "application/pdf", url: "files/scan.pdf", title: "scan.pdf", size: 12 },
        },
      ],
    }),
  );
});
