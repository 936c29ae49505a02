import type { Edition } from "@consilium/clinical";
import { editionOf } from "../fhir/edition.ts";
import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";

/** Larger numbers are none that anybody counts versions by. */
const mostDigits = 9;

/** An instance identifier: its root, which is unique in the world, and what it tells apart within. */
function identifierOf(id: XmlElement | null): string | null {
  const [root, extension] = [attribute(id, "root"), attribute(id, "extension")];
  if (root === null || attribute(id, "nullFlavor") !== null) return null;
  return extension === null ? root : `${root}^${extension}`;
}

function versionOf(document: XmlElement): number | null {
  const said = attribute(element(document, "versionNumber"), "value") ?? "";
  return /^\d+$/u.test(said) && said.length <= mostDigits ? Number(said) : null;
}

/** Which version of which document this is; what it is an addendum to, or was made from, it does not replace. */
export function editionOfCcda(document: XmlElement, patient: Edition["patient"]): Edition | undefined {
  const replaced = elements(document, "relatedDocument").filter(
    (related) => attribute(related, "typeCode") === "RPLC",
  );
  return editionOf({
    ids: [identifierOf(element(document, "id"))],
    set: identifierOf(element(document, "setId")),
    version: versionOf(document),
    replaces: replaced
      .flatMap((related) => elements(element(related, "parentDocument"), "id"))
      .map(identifierOf),
    patient,
  });
}
