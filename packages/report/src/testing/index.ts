export { drawPng } from "./draw-png.ts";
export { fhirFaults } from "./fhir-faults.ts";
export { idOf } from "./ids.ts";
export { longInput } from "./long-input.ts";
export { makeP12 } from "./make-p12.ts";
export { type PdfFacts, pdfFacts } from "./pdf-facts.ts";
export { sampleInput } from "./sample-input.ts";
export { rich, sampleOpinion } from "./sample-opinion.ts";
