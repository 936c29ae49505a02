export { sliceElements } from "./dicom-files.ts";
export { makeDicomDir } from "./make-dicom-dir.ts";
export { makeSlidePicture, type SlidePicture } from "./make-whole-slide.ts";
