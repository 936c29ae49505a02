/** Lists of the data types, wherever they stand: by their name, or by their parent's and theirs. */
const everywhere = new Set(
  "extension modifierExtension contained coding given prefix suffix line meta.profile meta.security meta.tag event repeat.dayOfWeek repeat.timeOfDay repeat.when dosage.additionalInstruction dosage.doseAndRate dosageInstruction.additionalInstruction dosageInstruction.doseAndRate".split(
    " ",
  ),
);

/** Elements of R4 that may stand more than once, by type: what JSON writes as a list. Types that the import reads. */
const byType: Readonly<Record<string, string>> = {
  AllergyIntolerance: "identifier category note reaction reaction.manifestation reaction.note",
  Bundle: "link entry entry.link signature.type",
  CarePlan:
    "identifier instantiatesCanonical instantiatesUri basedOn replaces partOf category contributor careTeam addresses supportingInfo goal activity activity.outcomeCodeableConcept activity.outcomeReference activity.progress activity.detail.instantiatesCanonical activity.detail.instantiatesUri activity.detail.reasonCode activity.detail.reasonReference activity.detail.goal activity.detail.performer note",
  CareTeam:
    "identifier category participant participant.role reasonCode reasonReference managingOrganization telecom note",
  Composition:
    "category author attester relatesTo event event.code event.detail section section.author section.entry section.section",
  Condition:
    "identifier category bodySite stage stage.assessment evidence evidence.code evidence.detail note",
  Device:
    "identifier udiCarrier statusReason deviceName specialization version property property.valueQuantity property.valueCode contact note safety",
  DiagnosticReport:
    "identifier basedOn category performer resultsInterpreter specimen result imagingStudy media conclusionCode presentedForm",
  DocumentReference:
    "identifier category author relatesTo securityLabel content context.encounter context.event context.related",
  Encounter:
    "identifier statusHistory classHistory type episodeOfCare basedOn participant participant.type appointment reasonCode reasonReference diagnosis account hospitalization.dietPreference hospitalization.specialCourtesy hospitalization.specialArrangement location",
  FamilyMemberHistory:
    "identifier instantiatesCanonical instantiatesUri reasonCode reasonReference note condition condition.note",
  Goal: "identifier category target addresses note outcomeCode outcomeReference",
  HealthcareService:
    "identifier category type specialty location telecom coverageArea serviceProvisionCode eligibility program characteristic communication referralMethod availableTime availableTime.daysOfWeek notAvailable endpoint",
  ImagingStudy:
    "identifier modality basedOn interpreter endpoint procedureCode reasonCode reasonReference note series series.endpoint series.specimen series.performer series.instance",
  Immunization:
    "identifier performer note reasonCode reasonReference subpotentReason education programEligibility reaction protocolApplied protocolApplied.targetDisease",
  Location: "identifier alias type telecom hoursOfOperation hoursOfOperation.daysOfWeek endpoint",
  Media: "identifier basedOn partOf reasonCode note",
  Medication: "identifier ingredient",
  MedicationAdministration:
    "identifier instantiates partOf statusReason supportingInformation performer reasonCode reasonReference device note eventHistory",
  MedicationDispense:
    "identifier partOf supportingInformation performer authorizingPrescription receiver note dosageInstruction substitution.reason substitution.responsibleParty detectedIssue eventHistory",
  MedicationRequest:
    "identifier category supportingInformation reasonCode reasonReference instantiatesCanonical instantiatesUri basedOn insurance note dosageInstruction detectedIssue eventHistory",
  MedicationStatement:
    "identifier basedOn partOf statusReason derivedFrom reasonCode reasonReference note dosage",
  Observation:
    "identifier basedOn partOf category focus performer interpretation note referenceRange referenceRange.appliesTo hasMember derivedFrom component component.interpretation component.referenceRange component.referenceRange.appliesTo",
  Organization: "identifier type alias telecom address contact contact.telecom endpoint",
  Patient:
    "identifier name telecom address photo contact contact.relationship contact.telecom communication generalPractitioner link",
  Practitioner: "identifier name telecom address photo qualification qualification.identifier communication",
  PractitionerRole:
    "identifier code specialty location healthcareService telecom availableTime availableTime.daysOfWeek notAvailable endpoint",
  Procedure:
    "identifier instantiatesCanonical instantiatesUri basedOn partOf performer reasonCode reasonReference bodySite report complication complicationDetail followUp note focalDevice usedReference usedCode",
  RelatedPerson: "identifier relationship name telecom address photo communication",
  ServiceRequest:
    "identifier instantiatesCanonical instantiatesUri basedOn replaces category orderDetail performer locationCode locationReference reasonCode reasonReference insurance supportingInfo specimen bodySite note relevantHistory",
  Specimen:
    "identifier parent request processing processing.additive container container.identifier condition note",
  Substance: "identifier category instance ingredient",
};

const lists: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(byType).map(([type, paths]) => [type, new Set(paths.split(" "))]),
);

/** `path` leads from the resource to the element: "section.section.entry" has the same rule as "section.entry". */
export function isList(type: string, path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  const isOfDataType = everywhere.has(name) || everywhere.has(path.slice(-2).join("."));
  if (isOfDataType) return true;
  const own = lists.get(type);
  if (own === undefined) return false;
  // Sections hold sections, whatever the depth.
  const start = path.findLastIndex((step, index) => step === path[0] && index < path.length - 1);
  return own.has((start > 0 ? path.slice(start) : path).join("."));
}

/** Elements of R4 that are true or false. In XML they look like text. */
const booleans = new Set([
  "abatementBoolean",
  "active",
  "allDay",
  "allowedBoolean",
  "appointmentRequired",
  "asNeededBoolean",
  "contributedToDeath",
  "deceasedBoolean",
  "defaultValueBoolean",
  "doNotPerform",
  "estimatedAge",
  "experimental",
  "isActive",
  "isSubpotent",
  "multipleBirthBoolean",
  "preferred",
  "primarySource",
  "reportedBoolean",
  "userSelected",
  "valueBoolean",
  "wasSubstituted",
]);
export const isBoolean = (name: string): boolean => booleans.has(name);
