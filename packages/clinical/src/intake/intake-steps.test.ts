import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readIntakeAnswers } from "./intake-content.ts";
import { entryKey, noneKey, recordKey } from "./intake-key.ts";
import {
  type IntakeStanding,
  type IntakeStep,
  minutesOf,
  openSteps,
  safetyStanding,
  stepsFor,
} from "./intake-steps.ts";
import { emergencyNumber, flagFor, intakeTexts } from "./intake-texts.ts";
import { placeStanding } from "./jurisdiction.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const said = { seat: id, at: "2026-11-24T10:00:00.000Z" };
const { safety, consent } = intakeTexts;
const text = { id: safety.id, version: safety.version };

const nothing: IntakeStanding = {
  role: "patient",
  details: {},
  patient: { name: "", born: null },
  clinicalIn: ["SE"],
  hasConsent: false,
  answers: readIntakeAnswers([]),
  texts: { decision: "", goals: "", told: "", daily: "", summary: "" },
  questions: 0,
  items: ["mri"],
  unconfirmed: {},
};

const all: IntakeStanding = {
  ...nothing,
  details: {
    safety: { text, signs: [], ...said },
    place: { country: "SE", region: null, kind: "clinical", ...said },
    treating: { has: false, name: "", workplace: "", contact: "" },
    help: { interpreter: false, needs: [], note: "" },
    decide: "weeks",
    hearing: "at-once",
  },
  patient: { name: "Ngozi", born: "1974-03-03" },
  hasConsent: true,
  answers: readIntakeAnswers([
    ...[
      "events",
      "treatments",
      "problems",
      "procedures",
      "supplements",
      "allergies",
      "family",
      "implants",
    ].map((list) => [noneKey(list), "none"] as const),
    [entryKey("medicines", id), { name: "Naproxen" }],
    [noneKey("told"), "none"],
    [recordKey("mri"), "have"],
    ["pregnancy", "no"],
  ]),
  texts: { ...nothing.texts, decision: "Fusion?", goals: "To walk.", daily: "Slow.", summary: "Short." },
  questions: 1,
};

const onlyOf = (one: IntakeStanding["role"], other: IntakeStanding["role"]) =>
  stepsFor(one).filter((step) => !stepsFor(other).includes(step));

test("of nothing every step is open but the last, of everything none; a referrer has steps of their own", () => {
  expect(openSteps(nothing)).toEqual(stepsFor("patient").slice(0, -1));
  expect(openSteps(all)).toEqual([]);
  expect(openSteps({ ...all, role: "referrer" })).toEqual([]);
  expect(onlyOf("patient", "referrer")).toEqual(["doctor", "goals", "daily"]);
  expect(onlyOf("referrer", "patient")).toEqual(["summary"]);
  for (const step of stepsFor("patient")) expect(minutesOf(step)).toBeGreaterThan(0);
});

const halfAnswered: readonly (readonly [string, unknown])[] = [
  [noneKey("events"), "none"],
  [noneKey("supplements"), "none"],
  [noneKey("implants"), "none"],
  [entryKey("medicines", id), { name: "Naproxen" }],
  [recordKey("mri"), "have"],
  ["pregnancy", "no"],
];
const answersWithout = (key: string) => readIntakeAnswers(halfAnswered.filter(([name]) => name !== key));

describe("a step is open", () => {
  test.for<[IntakeStep, string, Partial<IntakeStanding>]>([
    [
      "safety",
      "a sign is ticked",
      { details: { ...all.details, safety: { text, signs: ["chest"], ...said } } },
    ],
    [
      "safety",
      "the text was renewed",
      { details: { ...all.details, safety: { text: { ...text, version: 0 }, signs: [], ...said } } },
    ],
    ["place", "the programme gives none there", { clinicalIn: ["IE"] }],
    ["consent", "there is none", { hasConsent: false }],
    ["person", "without a name", { patient: { name: " ", born: "1974-03-03" } }],
    ["person", "without a birth", { patient: { name: "Ngozi", born: null } }],
    ["decision", "without words", { texts: { ...all.texts, decision: " " } }],
    ["questions", "without one", { questions: 0 }],
    ["goals", "without words or that there are none", { texts: { ...all.texts, goals: "" } }],
    ["medicines", "a record's medicine was not spoken about", { unconfirmed: { medicines: 1 } }],
    ["medicines", "of two lists one is not answered", { answers: answersWithout(noneKey("supplements")) }],
    ["body", "pregnancy was not answered", { answers: answersWithout("pregnancy") }],
    ["body", "implants were not answered", { answers: answersWithout(noneKey("implants")) }],
    ["records", "one is not answered", { items: ["mri", "echo"] }],
  ])("%s: %s", ([step, , change]) => {
    expect(openSteps({ ...all, ...change })).toContain(step);
    expect(openSteps(all)).not.toContain(step);
  });
});

test.for([
  [undefined, "patient", "open"],
  [{ country: "SE", region: null, kind: "clinical" }, "patient", "clinical"],
  [{ country: "JP", region: null, kind: "clinical" }, "patient", "closed"],
  // Nobody asks for an educational opinion about themselves.
  [{ country: "JP", region: null, kind: "educational" }, "patient", "closed"],
  [{ country: "JP", region: null, kind: "clinical" }, "referrer", "closed"],
  [{ country: "JP", region: null, kind: "educational" }, "referrer", "educational"],
  [{ country: "SE", region: null, kind: "educational" }, "referrer", "educational"],
  [{ country: "US", region: null, kind: "clinical" }, "patient", "open"],
  [{ country: "US", region: " ", kind: "clinical" }, "patient", "open"],
  // As it was written before states had codes: it is asked again.
  [{ country: "US", region: "Ohio", kind: "clinical" }, "patient", "open"],
  [{ country: "US", region: "OH", kind: "clinical" }, "patient", "clinical"],
  [{ country: "CA", region: "ON", kind: "clinical" }, "patient", "clinical"],
  [{ country: "CA", region: "QC", kind: "clinical" }, "patient", "closed"],
  [{ country: "CA", region: "QC", kind: "educational" }, "referrer", "educational"],
  [{ country: "AU", region: "NSW", kind: "clinical" }, "referrer", "closed"],
] as const)("%j, asked by a %s, is %s", ([place, role, standing]) => {
  expect(placeStanding(place, ["SE", "US", "CA-ON"], role)).toBe(standing);
});

describe("the texts", () => {
  const Text = z.looseObject({
    id: z.string().regex(/^[a-z-]{3,64}$/),
    version: z.int().min(1),
    language: z.string().regex(/^[a-z]{2}$/),
    title: z.string().min(1),
  });
  const Flag = z.object({ sign: z.string().regex(/\?$/), action: z.string().regex(/\.$/) });
  const Safety = Text.extend({
    signs: z.array(z.object({ id: z.string().regex(/^[a-z]{2,40}$/), label: z.string().min(1) })).min(5),
    none: z.string().min(1),
    numbers: z.array(
      z.object({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)), number: z.string().regex(/^\d{3}$/) }),
    ),
    flags: z.array(Flag.extend({ specialties: z.array(z.string()).min(1) })),
    otherwise: Flag,
  });
  test("are what their readers expect, each sign once, each country once, nothing shouted", () => {
    expect(Safety.safeParse(safety).error).toBeUndefined();
    expect(Text.extend({ points: z.array(z.string()).min(3) }).safeParse(consent).error).toBeUndefined();
    const signs = safety.signs.map((sign) => sign.id);
    expect(new Set(signs).size).toBe(signs.length);
    const listed = safety.numbers.flatMap(({ countries }) => countries);
    expect(new Set(listed).size).toBe(listed.length);
    expect(JSON.stringify([safety, consent])).not.toMatch(/!|\bplease\b/i);
  });
  test("name the number of where somebody is, and what cannot wait in each specialty", () => {
    expect(["US", "GB", "AU", "SE", null].map(emergencyNumber)).toEqual(["911", "999", "000", "112", "112"]);
    expect(flagFor("spine").sign).toMatch(/urine/);
    expect(flagFor("dermatology")).toBe(safety.otherwise);
  });
  test("end the way at a sign, and open it at none of them", () => {
    expect(safetyStanding({})).toBe("open");
    expect(safetyStanding({ safety: { text, signs: ["chest"], ...said } })).toBe("stopped");
    expect(safetyStanding({ safety: { text, signs: [], ...said } })).toBe("passed");
  });
});

test("a step that a file filled in is open until somebody has said that it is so", () => {
  const filled = { ...all, answers: { ...all.answers, prefilled: new Set(["told", "questions"]) } };
  expect(openSteps(all)).toEqual([]);
  expect(openSteps(filled)).toEqual(["questions", "told"]);
});
