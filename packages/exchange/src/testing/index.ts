export { fileOf } from "../zip/case-file-of.ts";
