/** Object identifiers of terminologies, and the URIs by which FHIR R4 names them. */
const uris = new Map([
  ["2.16.840.1.113883.6.96", "http://snomed.info/sct"],
  ["2.16.840.1.113883.6.1", "http://loinc.org"],
  ["2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm"],
  ["2.16.840.1.113883.12.292", "http://hl7.org/fhir/sid/cvx"],
  ["2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10"],
  ["2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm"],
  ["2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm"],
  ["2.16.840.1.113883.6.104", "http://hl7.org/fhir/sid/icd-9-cm"],
  ["2.16.840.1.113883.6.4", "http://www.cms.gov/Medicare/Coding/ICD10"],
  ["2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc"],
  ["2.16.840.1.113883.6.12", "http://www.ama-assn.org/go/cpt"],
  ["2.16.840.1.113883.6.73", "http://www.whocc.no/atc"],
  ["2.16.840.1.113883.4.9", "http://fdasis.nlm.nih.gov"],
  ["2.16.840.1.113883.3.26.1.1", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"],
  ["1.2.840.10008.2.16.4", "http://dicom.nema.org/resources/ontology/DCM"],
  ["2.16.840.1.113883.5.4", "http://terminology.hl7.org/CodeSystem/v3-ActCode"],
  ["2.16.840.1.113883.5.83", "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"],
]);

/** The URI of a system; that of the identifier itself where FHIR has no name for it, "" where there is none. */
export const systemUri = (oid: string | null): string =>
  oid === null ? "" : (uris.get(oid) ?? (/^[0-2](?:\.\d+)+$/.test(oid) ? `urn:oid:${oid}` : ""));

/** The number by which a state knows a person, which a case has no use for. */
export const usSocialSecurity = "2.16.840.1.113883.4.1";
