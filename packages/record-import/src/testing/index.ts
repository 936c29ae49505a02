export { makePdf } from "./make-pdf.ts";
export { makePng } from "./make-png.ts";
export { makeZip } from "./make-zip.ts";
export { writeLargePicture } from "./write-large-picture.ts";
