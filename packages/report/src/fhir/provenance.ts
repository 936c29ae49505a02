import type { Coding, Provenance, ProvenanceAgent, ProvenanceEntity, Signature } from "@medplum/fhirtypes";
import { base64 } from "../html/base64.ts";
import type { ReportPerson } from "../report-people.ts";
import type { Report, ReportInputDocument } from "../report.ts";
import { writersOf } from "../writers.ts";
import { given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { roleName } from "./people.ts";
import { hashUrn } from "./records.ts";

/** How somebody signed, as it was kept. `format` is a media type. */
export interface SignatureEvidence {
  readonly seat: string;
  readonly at: string;
  readonly format: string;
  readonly data: Uint8Array;
}

/** Who wrote, read and signed what, made of which frozen documents. */
export const provenance = (report: Report, signatures: readonly SignatureEvidence[]): Named => ({
  name: "provenance",
  resource: given<Provenance>({
    resourceType: "Provenance",
    text: inWords(report.statement, ...report.signers.map(({ name }) => name)),
    target: [refer("composition")],
    recorded: report.signedAt,
    activity: { coding: [signedLegally] },
    agent: agentsOf(report),
    entity: report.inputs.map(entityOf),
    signature: signatures.map(signatureOf),
  }),
});

const signedLegally: Coding = {
  system: "http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion",
  code: "LA",
  display: "legally authenticated",
};

/** Whoever wrote it, and whoever read the case blind before. */
const agentsOf = (report: Report): ProvenanceAgent[] => [
  ...writersOf(report).map((person) => ({ type: authorType, who: whoOf(person) })),
  ...[...report.signers, ...(report.contributors ?? [])].flatMap(({ blindUntil, ...person }) =>
    blindUntil === null
      ? []
      : [{ type: { text: `Independent reader, blind until ${blindUntil}` }, who: whoOf(person) }],
  ),
];

const whoOf = ({ seat, name }: Pick<ReportPerson, "seat" | "name">) => refer(roleName({ seat }), name);

const authorType = {
  coding: [
    {
      system: "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
      code: "author",
    },
  ],
};

const entityOf = ({ name, sequence, digest }: ReportInputDocument): ProvenanceEntity => ({
  role: "source",
  what: {
    identifier: { system: "urn:ietf:rfc:3986", value: hashUrn(digest) },
    display: `${name}, sequence ${sequence}`,
  },
});

const signatureOf = ({ seat, at, format, data }: SignatureEvidence): Signature => ({
  type: [
    {
      system: "urn:iso-astm:E1762-95:2013",
      code: "1.2.840.10065.1.12.1.1",
      display: "Author's Signature",
    },
  ],
  when: at,
  who: refer(roleName({ seat })),
  targetFormat: "application/json",
  sigFormat: format,
  data: base64(data),
});
