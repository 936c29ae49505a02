import type { Composition } from "@medplum/fhirtypes";
import type { PrintedAddendum } from "../layout/lay-addenda.ts";
import type { Report } from "../report.ts";
import { given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { laidOut } from "./narrative.ts";
import { personName, roleName } from "./people.ts";

export const addendumName = (digest: string): string => `addendum/${digest}`;

/** What was added to a report: a composition of its own that appends to it. `report`: what the report is identified by. */
export const addenda = (
  report: Report,
  all: readonly (PrintedAddendum & { readonly own: string })[],
  identity: string,
): readonly Named[] =>
  all.map(({ addendum, digest, own }) => {
    const { language, signer, signedAt, text } = addendum;
    return {
      name: addendumName(digest),
      resource: given<Composition>({
        resourceType: "Composition",
        language,
        text: laidOut(text),
        identifier: { system: "urn:ietf:rfc:3986", value: own },
        status: "final",
        type: { coding: [{ system: "http://loinc.org", code: "11488-4", display: "Consult note" }] },
        subject: refer("patient", report.patient.name),
        date: signedAt,
        author: [refer(roleName(signer), signer.name)],
        title: report.headline,
        confidentiality: "R",
        attester: [{ mode: "legal", time: signedAt, party: refer(personName(signer), signer.name) }],
        custodian: refer("organization", report.organisation.name),
        relatesTo: [{ code: "appends", targetIdentifier: { system: "urn:ietf:rfc:3986", value: identity } }],
        section: [{ title: "Addendum", text: laidOut(text), entry: [refer(`file/addendum/${digest}`)] }],
      }),
    };
  });
