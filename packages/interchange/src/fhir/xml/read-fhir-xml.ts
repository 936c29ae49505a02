import type { Node } from "../../json/node.ts";
import { readXml } from "../../xml/read-xml.ts";
import type { Read } from "../read-file.ts";
import { resourceOf } from "./xml-to-json.ts";

/** FHIR as XML, as if it had come as JSON. */
export function readFhirXml(bytes: Uint8Array): Read<Node> {
  const file = readXml(bytes);
  if (!file.ok) return file;
  const { name, namespace } = file.value;
  const isFhir = namespace === "http://hl7.org/fhir" && /^[A-Z][A-Za-z]+$/.test(name);
  return isFhir
    ? { ok: true, value: resourceOf(file.value) }
    : { ok: false, refusal: { reason: "not-fhir" } };
}
