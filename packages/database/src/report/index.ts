export { type Correction, correctionsOfCase, findCorrection, insertCorrection } from "./corrections.ts";
export { feasibilitiesOfCase, type Feasibility, insertFeasibility } from "./feasibilities.ts";
export {
  countLinkAttempt,
  endReportLink,
  findOpenLink,
  insertReportLink,
  noteLinkOpened,
  type ReportLink,
  reportLinksOfCase,
  reportsByCode,
} from "./links.ts";
export { acknowledgeReport, noteReportOpened, receiptsOfCase, type ReportReceipt } from "./receipts.ts";
export {
  changeReport,
  insertReport,
  lastReportNumber,
  type NewReport,
  readReportText,
  type ReportChange,
  reportsOfCase,
  type StoredReport,
} from "./reports.ts";
export { insertReportImages, readReportImage, readReportImages, type ReportImages } from "./report-images.ts";
export { findSealedPdf, keepSealedPdf, type KeptPdf } from "./sealed-pdfs.ts";
export { unopenedReports, type UnreadBy, unseenChanges } from "./unread.ts";
export { type FinishedBlindRead, finishedBlindReads, seatsThatWrote } from "./took-part.ts";
