export { makeDicomDir } from "./make-dicom-dir.ts";
