export { createCaseKey, unwrapCaseKey, wrapCaseKey } from "./case-key.ts";
export { seal, unseal } from "./seal.ts";
