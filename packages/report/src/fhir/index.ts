export { fhirDate } from "./fhir-date.ts";
export { fhirString, given } from "./given.ts";
export { entriesOf, type Named, refer, uuidOf } from "./names.ts";
export { inWords } from "./narrative.ts";
