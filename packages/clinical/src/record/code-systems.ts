/** The URIs by which FHIR R4 names the terminologies that matter here. */
export const codeSystems = {
  loinc: "http://loinc.org",
  snomed: "http://snomed.info/sct",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ucum: "http://unitsofmeasure.org",
  cvx: "http://hl7.org/fhir/sid/cvx",
} as const;
