import { expect, test } from "vitest";
import { importFhir } from "../import-fhir.ts";
import type { Imported } from "../imported.ts";
import { encode, importOptions } from "../testing/bundles.ts";
import { gapsIn } from "../testing/imported.ts";
import { referralFile, referralResources } from "../testing/referral-bundle.ts";
import type { Referral } from "./referral.ts";

function opened(resources = referralResources, opensCase = true): Imported {
  const read = importFhir(encode(referralFile(resources)), { ...importOptions(), opensCase });
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

function asked(resources = referralResources): Referral {
  const { referral } = opened(resources);
  if (!referral) throw new Error("It asks for nothing");
  return referral;
}

type Changed = (resource: Readonly<Record<string, unknown>>) => object;
const changing = (type: string, change: Changed) =>
  referralResources.map((resource) =>
    resource.resourceType === type ? { ...resource, ...change({ ...resource }) } : resource,
  );

test("the reason, the notes and the plan are what was told; what is asked for is the decision; messages are questions", () => {
  const { title, voices, choices } = asked();
  expect(title).toBe("Liver metastases from bowel cancer");
  expect(choices).toEqual({ treating: { has: true, name: "Dr Ahlgren", workplace: "", contact: "" } });
  expect(voices).toMatchObject([
    {
      side: "clinician",
      texts: {
        decision: "Whether to operate or to wait after chemotherapy",
        told: "Reason for the referral: Liver metastases from bowel cancer; Metastasis to liver\nOur board proposed a right hepatectomy.\nPlan: Right hepatectomy in six weeks",
      },
      questions: [
        { text: "Can the lesions be resected safely?" },
        { text: "Is more chemotherapy needed first?" },
      ],
    },
  ]);
});

test("nothing that tells the first opinion is among what a blind reader is given", () => {
  const [voice] = asked().voices;
  const { told: _, ...others } = voice?.texts ?? {};
  const open = JSON.stringify([others, voice?.questions, voice?.entries]);
  expect(open).not.toMatch(/metasta|hepatectomy|adenocarcinoma/i);
});

test("what was done and looked at is the course, oldest first", () => {
  expect(asked().voices[0]?.entries.map(({ list, fields }) => [list, fields.name, fields.on])).toEqual([
    ["events", "Right hemicolectomy", "2026-05-20"],
    ["events", "CT of the abdomen", "2026-10-30"],
  ]);
});

test("the request and its questions are no records; everything else is", () => {
  const content = opened();
  expect(content.records.map(({ kind }) => kind).toSorted()).toEqual(
    [
      "allergies",
      "imaging-report",
      "laboratory",
      "medicines",
      "note",
      "pathology",
      "plans",
      "problems",
      "procedures",
    ].toSorted(),
  );
  expect(gapsIn(content)).toEqual([]);
  expect(content.counts.every(({ total, represented }) => total === represented)).toBe(true);
});

test("a file that is added to an open case keeps its request as a record", () => {
  const { referral, records } = opened(referralResources, false);
  expect(referral).toBeNull();
  const plans = records.find(({ kind }) => kind === "plans");
  expect(JSON.stringify(plans)).toContain("Ordered: Whether to operate");
  expect(JSON.stringify(records)).toContain("Can the lesions be resected safely?");
});

test("an order of the hospital's own asks for no opinion", () => {
  const order = changing("ServiceRequest", () => ({
    category: [],
    code: { text: "CT of the chest" },
  })).filter(({ resourceType }) => resourceType !== "Communication");
  expect(opened(order).referral).toBeNull();
});

test.for<readonly [string, Changed]>([
  ["taken back", () => ({ status: "revoked" })],
  ["not to be done", () => ({ doNotPerform: true })],
])("a request that was %s asks for nothing", ([, change]) => {
  expect(opened(changing("ServiceRequest", change)).referral).toBeNull();
});

test("questions that were taken back, and answers, ask nothing, and are kept as records", () => {
  const content = opened(
    referralResources.map((resource) =>
      resource.id === "q1"
        ? { ...resource, status: "stopped" }
        : resource.id === "q2"
          ? { ...resource, inResponseTo: [{ reference: "Communication/q1" }] }
          : resource,
    ),
  );
  expect(content.referral?.voices[0]?.questions).toEqual([]);
  expect(JSON.stringify(content.records)).toContain("Is more chemotherapy needed first?");
});

test("who speaks is told apart: a question of the patient is the patient's", () => {
  const { voices } = asked(
    referralResources.map((resource) =>
      resource.id === "q2" ? { ...resource, sender: { reference: "Patient/rosa" } } : resource,
    ),
  );
  expect(voices.map(({ side, questions }) => [side, questions.map(({ text }) => text)])).toEqual([
    ["clinician", ["Can the lesions be resected safely?"]],
    ["patient", ["Is more chemotherapy needed first?"]],
  ]);
});

test("answers of a form that is not ours are a record, question by question", () => {
  const form = {
    resourceType: "QuestionnaireResponse",
    id: "form",
    status: "completed",
    basedOn: [{ reference: "ServiceRequest/ask" }],
    item: [
      { linkId: "1", text: "Do you smoke?", answer: [{ valueBoolean: false }] },
      { linkId: "2", text: "Since when?", item: [{ linkId: "2.1", answer: [{ valueDate: "2019-03" }] }] },
    ],
  };
  const { records, notUnderstood } = opened([...referralResources, form]);
  expect(notUnderstood).toEqual([]);
  expect(JSON.stringify(records)).toContain("Do you smoke?: no");
  expect(JSON.stringify(records)).toContain("2.1: 2019-03");
});
