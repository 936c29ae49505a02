import type { ClinicalImpression, DiagnosticReport, Observation } from "@medplum/fhirtypes";
import { plainWords } from "../plain-words.ts";
import type { Report, ReportDifferential, ReportFinding } from "../report.ts";
import { fhirString, given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { personName, roleName } from "./people.ts";
import { recordName } from "./records.ts";

/** Each finding, the report that holds them, and the impression with its differential. */
export function findings(report: Report): readonly Named[] {
  const all = report.findings.map((finding): Named => ({
    name: findingName(finding),
    resource: observationOf(finding, report),
  }));
  return [
    ...all,
    ...(all.length > 0 ? [{ name: "findings", resource: reportOf(report) }] : []),
    { name: "impression", resource: impressionOf(report) },
  ];
}

export const findingName = ({ id }: Pick<ReportFinding, "id">): string => `finding/${id}`;

function observationOf(finding: ReportFinding, report: Report): Observation {
  const { modality, site, first, difference, consequence, text, contacts } = finding;
  const name = [modality, site].filter((part) => part !== "").join(", ");
  const words = plainWords(text);
  return given<Observation>({
    resourceType: "Observation",
    text: inWords(name, words, first, difference, consequence),
    status: "final",
    code: { text: name || "Finding" },
    subject: refer("patient"),
    issued: report.signedAt,
    performer: report.signers.map((signer) => refer(roleName(signer), signer.name)),
    valueString: fhirString(words),
    bodySite: site === "" ? null : { text: site },
    method: modality === "" ? null : { text: modality },
    note: [
      ...(first === "" ? [] : [`First report: ${first}`]),
      ...(difference === null
        ? []
        : [`Against it: ${[difference, consequence].filter((part) => part !== "").join(", ")}`]),
      ...contacts.map(
        ({ by, to, channel, at, words: said }) => `${by} told ${to} by ${channel} at ${at}. ${said}`,
      ),
    ].map((note) => ({ text: note })),
    derivedFrom: recordsOf(finding, report).map((record) => refer(recordName(record))),
  });
}

function recordsOf({ places }: ReportFinding, report: Report): readonly string[] {
  const records = places.flatMap(
    (letter) => report.places.find((place) => place.letter === letter)?.record ?? [],
  );
  return [...new Set(records)];
}

function reportOf(report: Report): DiagnosticReport {
  return given<DiagnosticReport>({
    resourceType: "DiagnosticReport",
    text: inWords("Findings, independent reading"),
    status: "final",
    code: { text: "Findings, independent reading" },
    subject: refer("patient"),
    issued: report.signedAt,
    performer: report.signers.map((signer) => refer(roleName(signer), signer.name)),
    result: report.findings.map((finding) => refer(findingName(finding))),
    media: report.keyImages.map(({ id, caption }) => given({ comment: caption, link: refer(`image/${id}`) })),
    conclusion: fhirString(report.headline),
  });
}

function impressionOf(report: Report): ClinicalImpression {
  const [signer] = report.signers;
  return given<ClinicalImpression>({
    resourceType: "ClinicalImpression",
    text: inWords(report.headline, ...report.differentials.map(({ name }) => name)),
    status: "completed",
    subject: refer("patient"),
    date: report.signedAt,
    assessor: signer ? refer(personName(signer), signer.name) : null,
    summary: fhirString(report.headline),
    finding: report.differentials.map((differential) =>
      given({
        itemCodeableConcept: { text: differential.name || "?" },
        basis: fhirString(basisOf(differential)),
      }),
    ),
  });
}

const basisOf = (differential: ReportDifferential): string =>
  [
    ["For", plainWords(differential.for)],
    ["Against", plainWords(differential.against)],
    ["Would tell", plainWords(differential.discriminates)],
    ["Confidence", differential.confidence],
  ]
    .filter(([, words]) => words !== "")
    .map(([name, words]) => `${name}: ${words}`)
    .join("\n");
