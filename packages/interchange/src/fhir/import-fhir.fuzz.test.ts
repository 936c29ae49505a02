import { recordDigest, recordSchema } from "@consilium/clinical";
import { createSeededRandom, type Random } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import { importFhir, importFhirResource } from "./import-fhir.ts";
import { unaccounted } from "./testing/account.ts";
import { bundle, encode, importOptions } from "./testing/bundles.ts";
import { richBundle } from "./testing/rich-bundle.ts";

const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1e308,
  "",
  "\ud800",
  "\u0000\u202e",
  "#",
  "urn:uuid:o3",
  "Patient/p1",
  "#m",
  "2026-02-30",
  "9".repeat(400),
  "<table><td><ul><script>",
  [],
  [null, [], {}],
  {},
  { reference: "urn:uuid:role" },
  { value: "1e999", coding: [null, { code: 5 }] },
  { ["__proto__"]: { resourceType: "Patient" }, constructor: "x", hasOwnProperty: 1, toString: null },
];

const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

/** The text of a value in which a member, an element or a name was changed at random. */
function mutated(value: unknown, random: Random, chance: number): unknown {
  if (random.below(chance) === 0) return random.pick(hostile);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const list = items.map((item) => mutated(item, random, chance));
    return random.below(chance) === 0 ? { 0: list[0] } : list;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      random.below(4 * chance) === 0
        ? random.pick(["__proto__", "constructor", "toString", "code", "text"])
        : key,
      key === "resourceType" && random.below(2) === 0 ? inner : mutated(inner, random, chance),
    ]),
  );
}

async function importsSoundly(bytes: Uint8Array): Promise<boolean> {
  const result = importFhir(bytes, importOptions());
  importFhirResource(bytes, importOptions());
  if (!result.ok) return false;
  expect(unaccounted(result.value)).toBe(0);
  const digests = result.value.records.map(async (record) => recordDigest(recordSchema.parse(record)));
  expect(await Promise.all(digests)).toHaveLength(result.value.records.length);
  return true;
}

describe("whatever a file holds, the import answers", () => {
  test("the bundle that is mutated holds every kind and is read in full", async () => {
    const result = importFhir(encode(richBundle), importOptions());
    expect(
      result.ok && result.value.notUnderstood.map(({ type, part, gap }) => `${type} ${part ?? ""} ${gap}`),
    ).toEqual(["Claim  billing", "Patient identifier administrative", "Consent codes text-only"]);
    expect(await importsSoundly(encode(richBundle))).toBe(true);
  });
  test.each([1, 2, 3])("values of the wrong kind anywhere (seed %i)", async (seed) => {
    const random = createSeededRandom(seed);
    let read = 0;
    for (let run = 0; run < 250; run += 1) {
      const file = JSON.stringify(mutated(richBundle, random, 40 + random.below(400)));
      if (await importsSoundly(encode(file))) read += 1;
    }
    // Otherwise only refusals would have been tried.
    expect(read).toBeGreaterThan(50);
  });
  test("bytes changed, cut and doubled anywhere", async () => {
    const random = createSeededRandom(4);
    const whole = encode(richBundle);
    for (let run = 0; run < 300; run += 1) {
      const bytes = Uint8Array.from(whole);
      for (let change = 0; change < 3; change += 1) bytes[random.below(bytes.length)] = random.below(256);
      await importsSoundly(random.below(4) === 0 ? bytes.slice(0, random.below(bytes.length)) : bytes);
    }
    expect(await importsSoundly(whole)).toBe(true);
  });
  test("a prototype in the file changes nothing outside it", () => {
    const file =
      '{"resourceType":"Bundle","__proto__":{"polluted":true},"entry":[{"__proto__":{"resource":{}},"resource":{"resourceType":"Patient","__proto__":{"polluted":true}}}]}';
    expect(importFhir(encode(file), importOptions()).ok).toBe(true);
    expect("polluted" in {}).toBe(false);
  });
});

describe("files made to be slow", () => {
  test.each([
    [
      "references into many contained resources",
      () => {
        const contained = many(20_000, (index) => ({
          resourceType: "Observation",
          id: `i${index}`,
          code: { text: "x" },
          valueString: "y",
        }));
        const result = many(20_000, (index) => ({ reference: `#i${index}` }));
        return [{ resourceType: "DiagnosticReport", id: "r", code: { text: "x" }, contained, result }];
      },
    ],
    [
      "roles that name one another in a ring",
      () =>
        many(5000, (index) => ({
          resourceType: "PractitionerRole",
          id: `r${index}`,
          practitioner: { reference: `PractitionerRole/r${(index + 1) % 5000}` },
        })),
    ],
    [
      "panels that hold one another",
      () =>
        many(5000, (index) => ({
          resourceType: "Observation",
          id: `o${index}`,
          code: { text: "p" },
          hasMember: [{ reference: `Observation/o${(index + 1) % 5000}` }],
        })),
    ],
    [
      "a title of a million signs",
      () => [{ resourceType: "Condition", id: "c", code: { text: "<a ".repeat(350_000) } }],
    ],
    [
      "a narrative of three hundred thousand paragraphs",
      () => [{ resourceType: "Consent", id: "c", text: { div: "<p>x".repeat(300_000) } }],
    ],
  ])("%s", async (_name, resources) => {
    expect(await importsSoundly(encode(bundle(resources())))).toBe(true);
  });
});
