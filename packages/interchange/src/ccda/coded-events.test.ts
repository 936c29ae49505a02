import { describe, expect, test } from "vitest";
import { ccda, gapsIn, only, read, sct, section } from "./testing/documents.ts";
import { cd, observation, one } from "./testing/statements.ts";

describe("what was done, visited and planned", () => {
  test("procedures keep their moment, place, performer and denial", () => {
    const performer =
      "<performer><assignedEntity><assignedPerson><name>Dr Una Brophy</name></assignedPerson></assignedEntity></performer>";
    const where =
      '<participant typeCode="LOC"><participantRole><playingEntity><name>Theatre 2</name></playingEntity></participantRole></participant>';
    const content = one(
      "47519-4",
      "",
      `<procedure moodCode="EVN"><code ${sct("80146002", "Appendicectomy")}/><statusCode code="completed"/><effectiveTime value="201203"/><targetSiteCode displayName="Appendix"/>${performer}${where}</procedure>`,
      `<act moodCode="EVN" negationInd="true"><code ${sct("2", "Dressing")}/><statusCode code="completed"/><effectiveTime><low value="2011"/><high value="2012"/></effectiveTime></act>`,
      `<procedure moodCode="RQO"><code ${sct("3", "Colonoscopy")}/><effectiveTime value="202612"/></procedure>`,
    );
    expect(only(content, "procedures").content.entries).toMatchObject([
      { title: "Appendicectomy", from: "2012-03", to: null, detail: "Appendix. Theatre 2. Dr Una Brophy" },
      { title: "Not done: Dressing", status: "not-done", from: "2011", to: "2012" },
    ]);
    expect(only(content, "plans").content.entries).toMatchObject([
      { title: "Ordered: Colonoscopy", from: "2026-12" },
    ]);
  });
  test("no procedure at all is said in these words, and not as one that was left undone", () => {
    const none = `<procedure moodCode="EVN" negationInd="true"><code ${sct("71388002", "Procedure")}/><statusCode code="completed"/></procedure>`;
    expect(only(one("47519-4", "", none), "procedures").content.entries).toMatchObject([
      { title: "No known procedures", status: null },
    ]);
  });
  test("visits keep their kind, period and diagnoses", () => {
    const diagnosis = `<entryRelationship typeCode="COMP"><act><code code="29308-4"/><entryRelationship typeCode="SUBJ">${observation({ value: cd(sct("1", "Bronchitis")) })}</entryRelationship></act></entryRelationship>`;
    const content = one(
      "46240-8",
      "",
      `<encounter moodCode="EVN"><code code="99213" codeSystem="2.16.840.1.113883.6.12"><translation code="EMER" codeSystem="2.16.840.1.113883.5.4"/></code><effectiveTime><low value="20260101"/><high value="20260103"/></effectiveTime>${diagnosis}</encounter>`,
    );
    expect(only(content, "encounters").content.entries).toMatchObject([
      { title: "99213", from: "2026-01-01", to: "2026-01-03", detail: "Bronchitis" },
    ]);
  });
  test("goals are goals, with what is to be reached", () => {
    const goal = `<observation moodCode="GOL"><code ${sct("1", "Weight")}/><statusCode code="active"/><effectiveTime value="2026"/><value xsi:type="PQ" value="70.0" unit="kg"/></observation>`;
    expect(only(one("61146-7", "", goal), "plans").content.entries).toMatchObject([
      { title: "Goal: Weight", from: "2026", detail: "70.0 kg" },
    ]);
  });
  test("a section that nobody codes is kept in its text, and says how much was not coded", () => {
    const relative = `<organizer><component>${observation({ value: cd(sct("1", "x")) })}</component><component>${observation({})}</component></organizer>`;
    const content = read(
      ccda(section("10157-6", "Family history", "<paragraph>Mother: asthma</paragraph>", relative)),
    );
    expect(gapsIn(content)).toContain("2 Family history.codes text-only");
  });
  test("a section without a code is known by its template", () => {
    const coded = section("", "", "", observation({ value: cd(sct("1", "Asthma")) })).replace(
      /<code [^>]*><title><\/title>/,
      '<templateId root="2.16.840.1.113883.10.20.22.2.5.1" extension="2015-08-01"/>',
    );
    expect(only(read(ccda(coded)), "problems").content.entries).toHaveLength(1);
  });
});
