import { type Manifest, manifestSchema } from "./manifest.ts";
import { isObject, isText } from "./shape.ts";

const isSha256 = (value: unknown): boolean => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const isFile = (value: unknown): boolean =>
  isObject(value) &&
  isText(value["path"]) &&
  isSha256(value["sha256"]) &&
  Number.isSafeInteger(value["bytes"]) &&
  isText(value["mediaType"]);

const isTextOrNone = (value: unknown): boolean => value === undefined || value === null || isText(value);

const isReport = (value: unknown): boolean =>
  isObject(value) &&
  Number.isSafeInteger(value["n"]) &&
  isText(value["state"]) &&
  isTextOrNone(value["changedAt"]) &&
  isTextOrNone(value["check"]) &&
  isSha256(value["digest"]) &&
  ["json", "pdf", "fhir", "html"].every((form) => isText(value[form]));

const isSeal = (value: unknown): boolean =>
  value === null ||
  (isObject(value) &&
    isText(value["signature"]) &&
    Array.isArray(value["certificates"]) &&
    value["certificates"].length > 0 &&
    value["certificates"].every(isText));

const isList = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

/** Of a file that may be anything. Undefined: it is no manifest of an export. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

const isManifest = (value: unknown): value is Manifest =>
  isObject(value) &&
  value["schema"] === manifestSchema &&
  isSha256(value["digest"]) &&
  isList(value["files"], isFile) &&
  isList(value["reports"], isReport) &&
  isSeal(value["seal"]);
