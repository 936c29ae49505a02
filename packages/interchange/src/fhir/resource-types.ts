import type { Gap } from "./import-refusal.ts";

/** Read only through the resources that refer to them. */
export const supportingTypes = new Set([
  "Binary",
  "CareTeam",
  "HealthcareService",
  "Location",
  "Media",
  "Medication",
  "Organization",
  "Patient",
  "Practitioner",
  "PractitionerRole",
  "RelatedPerson",
  "Specimen",
  "Substance",
]);

const billing =
  "Account ChargeItem ChargeItemDefinition Claim ClaimResponse Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse EnrollmentRequest EnrollmentResponse ExplanationOfBenefit InsurancePlan Invoice PaymentNotice PaymentReconciliation";
const administrative =
  "Appointment AppointmentResponse AuditEvent CapabilityStatement CodeSystem Endpoint Group Linkage List MessageHeader OperationOutcome Parameters Person Provenance Schedule Slot StructureDefinition Subscription Task ValueSet VerificationResult";

const gapsByType = new Map<string, Gap>([
  ...billing.split(" ").map((type) => [type, "billing"] as const),
  ...administrative.split(" ").map((type) => [type, "administrative"] as const),
]);

/** Why a type as such is left out; undefined for clinical types, whose narrative is kept. */
export const gapOfType = (type: string): Gap | undefined => gapsByType.get(type);
