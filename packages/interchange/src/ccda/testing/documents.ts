import { recordPlainText, type ClinicalRecord, type RecordKind, type RecordOf } from "@consilium/clinical";
import type { ImportedDocument } from "../../fhir/imported.ts";
import { encode, importOptions } from "../../fhir/testing/bundles.ts";
import { importCcda } from "../import-ccda.ts";

export const patientRole = `<patientRole><id root="1.2.3" extension="A-17" assigningAuthorityName="Northgate"/><id root="2.16.840.1.113883.4.1" extension="999-00-0000"/>
  <addr use="HP"><streetAddressLine>Long Street 4</streetAddressLine><city>Sundvik</city><country>SE</country></addr>
  <patient><name use="L"><prefix>Mrs</prefix><given>Ada</given><given>Maria</given><family>Brennan</family></name>
  <administrativeGenderCode code="F"/><birthTime value="196205"/><languageCommunication><languageCode code="sv-SE"/></languageCommunication></patient></patientRole>`;

const header = `<code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summary of episode note"/>
  <title>Referral summary</title><effectiveTime value="20260503"/><languageCode code="en-GB"/>`;

const people = `<author><time value="20260503"/><assignedAuthor><assignedPerson><name><prefix>Dr</prefix><given>Una</given><family>Brophy</family></name></assignedPerson></assignedAuthor></author>
  <custodian><assignedCustodian><representedCustodianOrganization><name>Northgate Hospital</name></representedCustodianOrganization></assignedCustodian></custodian>`;

/** A document about one patient with this body. */
export const withBody = (body: string, roles = [patientRole]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
  ${header}${roles.map((role) => `<recordTarget>${role}</recordTarget>`).join("")}${people}<component>${body}</component></ClinicalDocument>`;

export const ccda = (...sections: readonly string[]): string =>
  withBody(
    `<structuredBody>${sections.map((one) => `<component>${one}</component>`).join("")}</structuredBody>`,
  );

/** A section by its LOINC code, with its narrative and its entries. */
export const section = (code: string, title: string, text: string, ...entries: readonly string[]): string =>
  `<section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries
    .map((entry) => `<entry>${entry}</entry>`)
    .join("")}</section>`;

const snomedOid = "2.16.840.1.113883.6.96";
/** Attributes of a SNOMED CT code. */
export const sct = (code: string, name: string): string =>
  `code="${code}" codeSystem="${snomedOid}" displayName="${name}"`;

/** What a document becomes; throws where it is refused. */
export function read(document: string): ImportedDocument {
  const result = importCcda(encode(document), importOptions());
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

const isKind = <Kind extends RecordKind>(record: ClinicalRecord, kind: Kind): record is RecordOf<Kind> =>
  record.kind === kind;

/** The one record of this kind. */
export function only<Kind extends RecordKind>(content: ImportedDocument, kind: Kind): RecordOf<Kind> {
  const [record, another] = content.records.flatMap((one) => (isKind(one, kind) ? [one] : []));
  if (record === undefined || another !== undefined) throw new Error(`not one ${kind}`);
  return record;
}

/** The blocks under the heading of the only section. */
export const blocksOf = (text: string) =>
  only(read(ccda(section("11111-1", "Title", text))), "note").content.blocks.slice(1);

export const noteText = (content: ImportedDocument): string => recordPlainText(only(content, "note"));

/** "2 Claim billing": what was not understood, in short. */
export const gapsIn = ({ notUnderstood }: ImportedDocument): readonly string[] =>
  notUnderstood.map(
    ({ type, part, gap, count }) => `${count} ${type}${part === null ? "" : `.${part}`} ${gap}`,
  );
