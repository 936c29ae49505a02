export { importCcda, isCcda } from "./ccda/import-ccda.ts";
export { namedStudyWords } from "./fhir/imaging-studies.ts";
export { importFhir, importFhirResource } from "./fhir/import-fhir.ts";
export { type Gap, gaps, type ImportRefusal, type NotUnderstood } from "./fhir/import-refusal.ts";
export type {
  AttachedFile,
  ImportOptions,
  Imported,
  ImportedContent,
  ImportedDocument,
  ImportedPatient,
  ImportedResource,
  ResourceCount,
} from "./fhir/imported.ts";
export { importLimits, type Read } from "./fhir/read-file.ts";
export { intakeForm, ofThatCaseAlone } from "./fhir/referral/intake-form.ts";
export {
  type Referral,
  type ReferralChoices,
  type ReferralEntry,
  type ReferralQuestion,
  type ReferralText,
  referralTexts,
  type ReferralVoice,
  silent,
} from "./fhir/referral/referral.ts";
export { htmlBlocks } from "./html/html-blocks.ts";
export { cleanText } from "./json/node.ts";
export { type CtSlice, ctSlice } from "./dicom/ct-slice.ts";
export type { ByteRange } from "./dicom/data-set.ts";
export type { DicomContent, DicomInstance, DicomPatient } from "./dicom/dicom-instance.ts";
export type { DicomJson, DicomJsonElement, DicomJsonValue } from "./dicom/dicom-json.ts";
export { dicomLimits } from "./dicom/dicom-limits.ts";
export { personName } from "./dicom/dicom-values.ts";
export { type DicomRefusal, dicomRefusals, type DicomWarning, dicomWarnings } from "./dicom/dicom-warning.ts";
export { findNativePixels } from "./dicom/find-native-pixels.ts";
export { findPackedPixels } from "./dicom/find-packed-pixels.ts";
export { type LeftOutPixels, withoutPixels } from "./dicom/left-out-pixels.ts";
export { namedInstance } from "./dicom/named-instance.ts";
export type { Inflate } from "./dicom/open-file.ts";
export type { PixelPlaces } from "./dicom/pixel-places.ts";
export { type ListedImage, readDicomDir } from "./dicom/read-dicom-dir.ts";
export { notDisplayed } from "./dicom/not-displayed.ts";
export { type DicomReading, readDicom } from "./dicom/read-dicom.ts";
export { type EncapsulatedDocument, readEncapsulatedDocument } from "./dicom/read-encapsulated-document.ts";
export { readWaveform } from "./dicom/read-waveform.ts";
export {
  type FiledInstance,
  type SeriesIndex,
  studiesOf,
  type Studies,
  type StudiedRecord,
} from "./dicom/studies.ts";
export { wholeSlide, type WholeSlide } from "./dicom/whole-slide.ts";
export { writeDicom, type WrittenElement } from "./dicom/write-dicom.ts";
export { xmlRoot, type XmlRoot } from "./xml/xml-root.ts";
export { xmlLimits } from "./xml/read-xml.ts";
