import { describe, expect, test } from "vitest";
import { importFhir } from "./import-fhir.ts";
import { unaccounted } from "./testing/account.ts";
import { bundle, condition, type Draft, encode, importOptions, patient } from "./testing/bundles.ts";
import { gapsIn, imported, only } from "./testing/imported.ts";

const civil = "1 Patient.identifier administrative";

function read(file: Draft) {
  const result = importFhir(encode(file), importOptions());
  if (!result.ok) throw new Error(result.refusal.reason);
  expect(unaccounted(result.value)).toBe(0);
  return result.value;
}

const namesIn = (content: ReturnType<typeof read>) =>
  only(content, "problems").content.entries.map(({ title }) => title);

test.each([
  "batch",
  "batch-response",
  "collection",
  "document",
  "history",
  "message",
  "searchset",
  "transaction",
  "transaction-response",
])("a bundle of type %s gives the resources that are in it", (type) => {
  const content = imported([condition], type);
  expect(content.patient.name).toBe("Mrs Ada Maria Brennan");
  expect(content.records.map(({ kind }) => kind)).toEqual(["problems"]);
  expect(gapsIn(content)).toEqual([civil]);
});

const problem = (id: string, text: string, meta: Draft = {}): Draft => ({
  resourceType: "Condition",
  id,
  meta,
  code: { text },
  subject: { reference: "Patient/p1" },
});

const entry = (resource: Draft, method = "PUT") => ({
  resource,
  request: { method, url: `${String(resource["resourceType"])}/${String(resource["id"])}` },
});
const deleted = (id: string, number: string) => ({
  request: { method: "DELETE", url: `Condition/${id}` },
  response: { status: "204", etag: `W/"${number}"` },
});

const history = (...entries: readonly unknown[]): Draft => ({
  resourceType: "Bundle",
  type: "history",
  entry: [entry(patient, "POST"), ...entries],
});

describe("a history", () => {
  test("gives each resource as it was last, by the number of its version, in whatever order", () => {
    const content = read(
      history(
        entry(problem("a", "Suspected", { versionId: "2" })),
        entry(problem("a", "Confirmed", { versionId: "10" })),
        entry(problem("a", "Entered", { versionId: "1" })),
      ),
    );
    expect(namesIn(content)).toEqual(["Confirmed"]);
    expect(gapsIn(content)).toEqual(["2 Condition older-version", civil]);
  });

  test("goes by the time where the versions have no numbers, and by its own order where nothing is said", () => {
    const timed = (text: string, lastUpdated: string) => entry(problem("a", text, { lastUpdated }));
    expect(
      namesIn(read(history(timed("Old", "2026-01-01T00:00:00Z"), timed("New", "2026-01-01T00:00:00-05:00")))),
    ).toEqual(["New"]);
    expect(namesIn(read(history(entry(problem("a", "First")), entry(problem("a", "Second")))))).toEqual([
      "First",
    ]);
  });

  test("of what was deleted in the end says so, and takes what was put back", () => {
    const content = read(
      history(
        deleted("a", "2"),
        entry(problem("a", "Mistaken", { versionId: "1" })),
        entry(problem("b", "Back again", { versionId: "3" })),
        deleted("b", "2"),
        entry(problem("b", "Before", { versionId: "1" })),
      ),
    );
    expect(namesIn(content)).toEqual(["Back again"]);
    expect(gapsIn(content).toSorted()).toEqual(
      ["1 Condition deleted", "3 Condition older-version", civil].toSorted(),
    );
    expect(content.notUnderstood.find(({ gap }) => gap === "deleted")?.ids).toEqual(["a"]);
  });
});

test("the head of a message is administrative; what it brings is read", () => {
  const head = {
    resourceType: "MessageHeader",
    id: "m",
    eventCoding: { code: "admit" },
    source: { endpoint: "urn:x" },
  };
  const content = read(bundle([head, condition], "message"));
  expect(content.records).toHaveLength(1);
  expect(gapsIn(content)).toContain("1 MessageHeader administrative");
});

test("the answer to a batch of searches gives what was found, and its outcomes are no records", () => {
  const found = { resourceType: "Bundle", type: "searchset", entry: [{ resource: problem("a", "Found") }] };
  const content = read({
    resourceType: "Bundle",
    type: "batch-response",
    entry: [
      { resource: patient, response: { status: "200" } },
      { resource: found, response: { status: "200" } },
      { response: { status: "404", outcome: { resourceType: "OperationOutcome" } } },
    ],
  });
  expect(namesIn(content)).toEqual(["Found"]);
  expect(gapsIn(content)).toEqual(["1 entry administrative", civil]);
});

test("a transaction that asks for a deletion holds nothing there, and is not malformed", () => {
  const asks = [
    { request: { method: "DELETE", url: "Condition/old" } },
    { request: { method: "GET", url: "Condition/other" } },
    { request: { method: "POST", url: "Condition" } },
  ];
  const content = read({
    resourceType: "Bundle",
    type: "transaction",
    entry: [{ resource: patient }, { resource: problem("a", "Kept") }, ...asks],
  });
  expect(namesIn(content)).toEqual(["Kept"]);
  expect(gapsIn(content).toSorted()).toEqual(
    ["1 Condition deleted", "1 entry administrative", "1 entry malformed", civil].toSorted(),
  );
});

test("a bundle of more than 8 MiB is read in full", () => {
  const bills = Array.from({ length: 100 }, (_, at) => ({
    resourceType: "Claim",
    id: `b${at}`,
    text: "Paid. ".repeat(15_000),
  }));
  const content = read(bundle([...bills, problem("c", "At the end")]));
  expect(namesIn(content)).toEqual(["At the end"]);
  expect(gapsIn(content)).toEqual(["100 Claim billing", civil]);
});
