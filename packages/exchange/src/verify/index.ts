export { type ExportFault, type Verification, verifyExport } from "./verify-export.ts";
