import { sct, section } from "./documents.ts";

const concept = (code: string, name: string): string => `<value xsi:type="CD" ${sct(code, name)}/>`;
const remark =
  '<entryRelationship typeCode="SUBJ"><act><code code="48767-8"/><text>Comment</text></act></entryRelationship>';
const severity = `<entryRelationship typeCode="SUBJ"><observation><code code="SEV"/>${concept("6736007", "Moderate")}</observation></entryRelationship>`;
const when = '<effectiveTime><low value="20260103"/><high value="202604"/></effectiveTime>';
const observed = (value: string, more = ""): string =>
  `<observation classCode="OBS" moodCode="EVN"><id root="1.2" extension="o"/><code code="2160-0" codeSystem="2.16.840.1.113883.6.1" displayName="Creatinine"/><statusCode code="completed"/>${when}${value}${more}</observation>`;
const medicine =
  '<consumable><manufacturedProduct><manufacturedMaterial><code code="1" displayName="Aspirin"/><lotNumberText>L7</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable>';
const administered = (mood: string): string =>
  `<substanceAdministration moodCode="${mood}"><statusCode code="active"/>${when}<effectiveTime xsi:type="PIVL_TS"><period value="8" unit="h"/></effectiveTime><routeCode displayName="Oral"/><doseQuantity value="2.50" unit="mg"/>${medicine}${remark}</substanceAdministration>`;
const concern = (inner: string): string =>
  `<act classCode="ACT" moodCode="EVN"><statusCode code="active"/><entryRelationship typeCode="SUBJ">${inner}</entryRelationship></act>`;
const text =
  '<table><caption>Table</caption><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead><tbody><tr><td ID="t1">1</td><td>10<sup>9</sup>/L</td><td><list><item>x</item></list></td></tr></tbody></table><list><caption>List</caption><item>One<footnote ID="f">Note</footnote></item><item><table><tbody><tr><td>in</td></tr></tbody></table></item></list><paragraph>See<footnoteRef IDREF="f"/> <linkHtml href="https://example.org">there</linkHtml><renderMultiMedia referencedObject="m"/></paragraph>';
const range =
  '<referenceRange><observationRange><text>adults</text><value xsi:type="IVL_PQ"><low value="45.0" unit="umol/L"/><high value="84" unit="umol/L"/></value></observationRange></referenceRange><interpretationCode code="H"/>';

/** At least one entry of every kind that is coded, and every element of a narrative. */
export const richSections: readonly string[] = [
  section("11450-4", "Problems", text, concern(observed(concept("1", "Asthma"), severity + remark))),
  section(
    "48765-2",
    "Allergies",
    text,
    concern(
      observed(
        concept("419199007", "Allergy"),
        `<participant typeCode="CSM"><participantRole><playingEntity><code code="2" displayName="Penicillin"/></playingEntity></participantRole></participant><entryRelationship typeCode="MFST">${observed(concept("3", "Hives"), severity)}</entryRelationship>`,
      ),
    ),
  ),
  section("10160-0", "Medicines", text, administered("EVN"), administered("INT")),
  section("11369-6", "Immunizations", text, administered("EVN"), administered("RQO")),
  section(
    "30954-2",
    "Results",
    text,
    `<organizer><code code="4" displayName="Panel"/>${["PQ", "IVL_PQ", "ST", "TS", "RTO", "BL"]
      .map(
        (type) =>
          `<component>${observed(`<value xsi:type="${type}" value="5.0" unit="umol/L"><low value="1"/>words</value>`, range)}</component>`,
      )
      .join("")}</organizer>`,
  ),
  section("8716-3", "Vital signs", text, observed('<value xsi:type="PQ" value="72" unit="/min"/>')),
  section(
    "47519-4",
    "Procedures",
    text,
    `<procedure moodCode="EVN"><code code="5" displayName="Resection"/><statusCode code="completed"/><effectiveTime value="2012"/><targetSiteCode displayName="Liver"/></procedure>`,
  ),
  section("46240-8", "Visits", text, `<encounter><code code="6" displayName="Visit"/>${when}</encounter>`),
  section(
    "18776-5",
    "Plan",
    text,
    `<act moodCode="RQO"><code code="7" displayName="Scan"/>${when}</act>`,
    `<observation moodCode="GOL"><code code="8" displayName="Weight"/><value xsi:type="PQ" value="70.0" unit="kg"/></observation>`,
  ),
  section("10157-6", "Family history", text, "<organizer><component/></organizer>"),
];
