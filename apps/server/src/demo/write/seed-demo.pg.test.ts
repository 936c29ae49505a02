import { caseDetailsOf, createCaseKeys, createDocumentLog, documentId, findCase, insertPersonForTest } from "@consilium/database";
