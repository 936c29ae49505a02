import { dicomReader } from "./dicom-reader.ts";
import { fhirReader } from "./fhir-reader.ts";
import { htmlReader } from "./html-reader.ts";
import { pdfReader } from "./pdf-reader.ts";
import { pictureReader } from "./picture-reader.ts";
import type { Reader } from "./reader.ts";
import { textReader } from "./text-reader.ts";
import { vendorSlideReader } from "./vendor-slide-reader.ts";
import { xmlReader } from "./xml-reader.ts";

/**
 * Who reads what. A file goes to the first that takes it.
 */
export const readers: readonly Reader[] = [
  dicomReader,
  fhirReader,
  xmlReader,
  vendorSlideReader,
  pdfReader,
  pictureReader,
  htmlReader,
  textReader,
];
