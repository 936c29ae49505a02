import { describe, expect, test } from "vitest";
import { gapsIn, only, sct } from "./testing/documents.ts";
import { cd, concern, observation, one } from "./testing/statements.ts";

const problems = (text: string, ...entries: readonly string[]) =>
  only(one("11450-4", text, ...entries), "problems").content.entries;

const allergies = (...entries: readonly string[]) =>
  only(one("48765-2", "", ...entries), "allergies").content.entries;
const substance = (code: string): string =>
  `<participant typeCode="CSM"><participantRole><playingEntity>${code}</playingEntity></participantRole></participant>`;

const medicines = (...entries: readonly string[]) =>
  only(one("10160-0", "", ...entries), "medicines").content.entries;
const product = (code: string): string =>
  `<consumable><manufacturedProduct><manufacturedMaterial>${code}</manufacturedMaterial></manufacturedProduct></consumable>`;

const given = (inner: string, mood = "EVN", more = ""): string =>
  `<substanceAdministration classCode="SBADM" moodCode="${mood}"${more}>${inner}</substanceAdministration>`;

/** Diabetes in the author's words, which stand elsewhere in the document. */
const diabetesAs = (id: string): string =>
  cd(sct("44054006", "Diabetes mellitus type 2"), `<originalText><reference value="#${id}"/></originalText>`);

describe("problems", () => {
  test("have their code with its translations, and dates as exact as they were written", () => {
    const value = cd(
      sct("93870000", "Malignant neoplasm of liver"),
      '<translation code="C22.9" codeSystem="2.16.840.1.113883.6.90" displayName="Liver cancer"/>',
    );
    const [entry] = problems(
      "",
      concern(observation({ value, time: '<low value="201512"/><high value="20260102"/>' })),
    );
    expect(entry).toMatchObject({
      title: "Malignant neoplasm of liver",
      codings: [
        { system: "http://snomed.info/sct", code: "93870000" },
        { system: "http://hl7.org/fhir/sid/icd-10-cm", code: "C22.9", display: "Liver cancer" },
      ],
      status: "resolved",
      from: "2015-12",
      to: "2026-01-02",
    });
  });
  test("are called as the author called them, where the text refers to a name and not to a row", () => {
    const text =
      '<table><tbody><tr ID="row"><td>Diabetes</td><td>2015</td></tr><tr><td ID="cell">Diabetes, diet only</td></tr></tbody></table>';
    const titles = problems(
      text,
      concern(observation({ value: diabetesAs("row") })),
      concern(observation({ value: diabetesAs("cell") })),
    );
    expect(titles.map(({ title }) => title)).toEqual(["Diabetes mellitus type 2", "Diabetes, diet only"]);
  });
  test("without a code are read from the words they refer to", () => {
    const value =
      '<value xsi:type="CD" nullFlavor="UNK"><originalText><reference value="#p"/></originalText></value>';
    expect(
      problems('<paragraph ID="p">Odd rash</paragraph>', concern(observation({ value })))[0]?.title,
    ).toBe("Odd rash");
  });
  test("that are denied are not had", () => {
    const [refuted, none, words] = problems(
      "",
      concern(observation({ value: cd(sct("195967001", "Asthma")), negated: true })),
      concern(observation({ value: cd(sct("55607006", "Problem")), negated: true })),
      concern(
        observation({
          value: cd('nullFlavor="NA"', "<originalText>No known health problems</originalText>"),
          negated: true,
        }),
      ),
    );
    expect(refuted).toMatchObject({ title: "Ruled out: Asthma", certainty: "refuted" });
    expect(none).toMatchObject({ title: "No known problems", status: null, certainty: null });
    expect(words?.title).toBe("No known health problems");
  });
  test("have the status that was stated; a concern that is closed says nothing about the problem", () => {
    const value = cd(sct("195967001", "Asthma"));
    const stated = `<entryRelationship typeCode="REFR"><observation><code code="33999-4"/>${cd(sct("73425007", "Inactive"))}</observation></entryRelationship>`;
    const entries = problems(
      "",
      concern(observation({ value })),
      concern(observation({ value, more: stated })),
      concern(observation({ value }), "completed"),
    );
    expect(entries.map(({ status }) => status)).toEqual(["active", "inactive", null]);
  });
  test("keep comments, severity and place", () => {
    const more = `<targetSiteCode ${sct("1", "Left knee")}/><entryRelationship typeCode="SUBJ"><observation><code code="SEV"/>${cd(sct("6736007", "Moderate"))}</observation></entryRelationship><entryRelationship typeCode="SUBJ"><act><code code="48767-8"/><text>Since the fall</text></act></entryRelationship>`;
    expect(problems("", observation({ value: cd(sct("2", "Ulcer")), more }))).toMatchObject([
      { title: "Ulcer", severity: "Moderate", detail: "Left knee", note: "Since the fall" },
    ]);
  });
  test("that say nothing are counted under the section's title, and so is a retracted one", () => {
    const content = one(
      "11450-4",
      "<paragraph>Asthma</paragraph>",
      concern(observation({ value: '<value xsi:type="CD" nullFlavor="UNK"/>' })),
      concern(observation({ value: cd(sct("195967001", "Asthma")) }), "nullified"),
    );
    expect(gapsIn(content)).toEqual(
      expect.arrayContaining(["1 Section.codes text-only", "1 Condition entered-in-error"]),
    );
    expect(content.records.map(({ kind }) => kind)).toEqual(["note"]);
  });
});

describe("allergies", () => {
  const allergy = cd(sct("419199007", "Allergy to substance"));
  const penicillin = substance(
    '<code code="7980" codeSystem="2.16.840.1.113883.6.88" displayName="Penicillin G"/>',
  );

  test("have the substance, its reactions with their severity, and the risk", () => {
    const severity = `<entryRelationship typeCode="SUBJ"><observation><code code="SEV"/>${cd(sct("24484000", "Severe"))}</observation></entryRelationship>`;
    const reaction = `<entryRelationship typeCode="MFST">${observation({ value: cd(sct("247472004", "Hives")), more: severity })}</entryRelationship>`;
    const risk = `<entryRelationship typeCode="SUBJ"><observation><code code="82606-5"/>${cd('code="CRITH"')}</observation></entryRelationship>`;
    const [entry] = allergies(
      concern(
        observation({ value: allergy, more: penicillin + reaction + risk, time: '<low value="1998"/>' }),
      ),
    );
    expect(entry).toMatchObject({
      title: "Penicillin G",
      reactions: [{ text: "Hives", severity: "severe" }],
      severity: "severe",
      criticality: "high",
      from: "1998",
      certainty: null,
    });
  });
  test("that nobody has are said to be none: never an allergy, never a double denial", () => {
    const drug = cd(sct("416098002", "Drug allergy"));
    const named = substance(
      '<code nullFlavor="NA"><originalText>No Known Drug Allergies</originalText></code>',
    );
    expect(
      allergies(
        concern(observation({ value: allergy, negated: true })),
        concern(observation({ value: drug, negated: true })),
        concern(observation({ value: drug, negated: true, more: named })),
        concern(observation({ value: allergy, negated: true, more: penicillin })),
      ).map(({ title }) => title),
    ).toEqual([
      "No known allergies",
      "No known drug allergies",
      "No Known Drug Allergies",
      "Ruled out: Penicillin G",
    ]);
  });
  test("severe as such say so in words, and a remark on severity is no allergy of its own", () => {
    const severity = `<entryRelationship typeCode="SUBJ"><observation><code code="SEV"/>${cd(sct("6736007", "Moderate"))}</observation></entryRelationship>`;
    const entries = allergies(concern(observation({ value: allergy, more: penicillin }), "active", severity));
    expect(entries).toMatchObject([{ title: "Penicillin G", severity: null, note: "Severity: moderate" }]);
  });
});

describe("medicines", () => {
  const warfarin = product(
    '<code code="855332" codeSystem="2.16.840.1.113883.6.88" displayName="warfarin 5 MG"/>',
  );
  test("keep the dose with its digits and its own unit, how often, by which way and why", () => {
    const reason = `<entryRelationship typeCode="RSON">${observation({ value: cd(sct("1", "Atrial fibrillation")) })}</entryRelationship>`;
    const [entry] = medicines(
      given(
        `<statusCode code="active"/><effectiveTime xsi:type="IVL_TS"><low value="20260103"/><high value="202604"/></effectiveTime><effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/></effectiveTime><routeCode displayName="Oral"/><doseQuantity value="2.50" unit="mg"/>${warfarin}${reason}`,
      ),
    );
    expect(entry).toMatchObject({
      title: "warfarin 5 MG",
      dose: "2.50 mg, once every 12 hours, Oral",
      status: "active",
      from: "2026-01-03",
      to: "2026-04",
      reason: "Atrial fibrillation",
      basis: "stated",
    });
  });
  test("that were ordered are orders, with the prescriber's own words", () => {
    const sig =
      '<entryRelationship typeCode="COMP"><substanceAdministration><templateId root="2.16.840.1.113883.10.20.22.4.147"/><text>Two at night</text></substanceAdministration></entryRelationship>';
    expect(
      medicines(
        given(
          `<statusCode code="active"/><effectiveTime xsi:type="IVL_TS"><low value="2026"/></effectiveTime>${warfarin}${sig}`,
          "INT",
        ),
      ),
    ).toMatchObject([{ dose: "Two at night", basis: "prescribed", from: "2026" }]);
  });
  test("by the tablet, in a range, at bedtime, as needed", () => {
    const forPain = `<precondition><criterion>${cd(sct("22253000", "Pain"))}</criterion></precondition>`;
    const [tablets, range] = medicines(
      given(
        `<effectiveTime xsi:type="EIVL_TS"><event code="HS"/></effectiveTime><doseQuantity value="2"/><administrationUnitCode displayName="Tablet"/>${warfarin}`,
      ),
      given(
        `<effectiveTime xsi:type="PIVL_TS"><period xsi:type="IVL_PQ"><low value="4" unit="h"/><high value="6" unit="h"/></period></effectiveTime><doseQuantity><low value="1" unit="g"/><high value="2" unit="g"/></doseQuantity>${product("<name>paracetamol</name>")}${forPain}`,
      ),
    );
    expect(tablets).toMatchObject({ title: "warfarin 5 MG", dose: "2 Tablet, at bedtime" });
    expect(range).toMatchObject({
      title: "paracetamol",
      dose: "1 g to 2 g, every 4 to 6 h, as needed for Pain",
    });
  });
  test("that are not taken, or none at all, do not look as if they were", () => {
    const negated = ' negationInd="true"';
    const words = product('<code nullFlavor="NA"><originalText>No known medications</originalText></code>');
    expect(
      medicines(
        given(`<statusCode code="active"/>${warfarin}`, "EVN", negated),
        given(
          `<statusCode code="active"/>${product(`<code ${sct("410942007", "Drug or medication")}/>`)}`,
          "EVN",
          negated,
        ),
        given(words, "EVN", negated),
      ).map(({ title }) => title),
    ).toEqual(["Not taken: warfarin 5 MG", "No known medicines", "No known medications"]);
  });
  test("of a vaccination were given, refused or are planned", () => {
    const vaccine = product(
      '<code code="88" codeSystem="2.16.840.1.113883.12.292" displayName="Influenza"/><lotNumberText>L7</lotNumberText>',
    );
    const refusal = `<entryRelationship typeCode="RSON"><observation><code displayName="Patient objection"/></observation></entryRelationship>`;
    const content = one(
      "11369-6",
      "",
      given(`<statusCode code="completed"/><effectiveTime value="20251004"/>${vaccine}`),
      given(
        `<statusCode code="completed"/><effectiveTime value="2024"/>${vaccine}${refusal}`,
        "EVN",
        ' negationInd="true"',
      ),
      given(`<statusCode code="active"/><effectiveTime value="2027"/>${vaccine}`, "INT"),
    );
    expect(only(content, "immunizations").content.entries).toMatchObject([
      { title: "Influenza", status: "completed", from: "2025-10-04", detail: "Lot L7" },
      {
        title: "Not given: Influenza",
        status: "not-done",
        from: "2024",
        detail: "Lot L7. Patient objection",
      },
    ]);
    expect(only(content, "plans").content.entries).toMatchObject([
      { title: "Planned: Influenza", from: "2027" },
    ]);
  });
});
