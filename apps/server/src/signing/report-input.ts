import type { Licence } from "@consilium/database";
import { createSentences } from "@consilium/language";
import { type ContactInput, type ReportInput, readOpinion, type ShownBy } from "@consilium/report";
import { isTreating, neededName } from "./open-points.ts";
import type { Prepared } from "./prepare-signing.ts";
import type { CaseRows } from "./read-case-rows.ts";
import { whoTookPart } from "./who-took-part.ts";

/** What is known only at the moment of signing. */
export interface AtSigning {
  readonly case: Pick<ReportInput["case"], "id" | "number" | "specialty">;
  readonly signer: {
    readonly seat: string;
    readonly licence: Licence;
    /** Not there: signed from the start, in the demonstration. */
    readonly shownBy?: ShownBy;
  };
  readonly at: Date;
  readonly version: number;
  readonly replaces: ReportInput["replaces"];
  readonly statement: string;
  readonly conflicts: string;
  /** By the key of an open point. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What a report is built from: the opinion as it was read, the case's rows, and the moment. */
export function reportInput(prepared: Prepared, moment: AtSigning): ReportInput {
  const { opinionId, content, inputs, rows } = prepared;
  const { details, organisation } = rows;
  const { seat, licence, shownBy } = moment.signer;
  const signer = personOf(rows, seat);
  const { signerBlindUntil, contributors } = whoTookPart(prepared, seat);
  return {
    ...caseParts(rows, moment.at),
    language: details.language,
    zone: organisation.details.zone,
    case: { ...moment.case, title: details.title },
    document: `opinion.${opinionId}`,
    version: moment.version,
    replaces: moment.replaces,
    signedAt: moment.at.toISOString(),
    signers: [
      {
        ...signer,
        role: "lead",
        licence: { ...licence, checkedAt: null },
        blindUntil: signerBlindUntil,
        ...(shownBy && { shownBy }),
      },
    ],
    contributors,
    statement: moment.statement,
    conflicts: moment.conflicts,
    headline: null,
    opinion: readOpinion(content),
    keyImages: prepared.images.drawn,
    imagesLeftOut: prepared.images.leftOut,
    contacts: contactsOf(prepared),
    urgentFindings: urgentOf(rows),
    reasons: reasonsOf(prepared, moment, signer.name),
    inputs: inputs.map(({ name, sequence, digest }) => ({ name, sequence, digest })),
  };
}

type CaseParts = Pick<
  ReportInput,
  "organisation" | "patient" | "askedBy" | "questions" | "records" | "missing" | "owners"
>;

/** What the case's rows say. */
export function caseParts(rows: CaseRows, at: Date): CaseParts {
  const { details, organisation } = rows;
  return {
    organisation: {
      name: organisation.name,
      country: organisation.details.country,
      contact: organisation.details.contact?.telephone ?? null,
    },
    patient: { ...patientOf(rows), country: details.country },
    askedBy: askersOf(rows),
    questions: rows.questions.map(({ id, rank, version, text, seatId, withdrawnAt }) => ({
      id,
      rank,
      version,
      text,
      askedBy: personOf(rows, seatId).name,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    records: rows.records.map(({ record, digest }) => ({
      id: record.id,
      title: record.title,
      kind: record.kind,
      date: record.date,
      source: record.source === "" ? null : record.source,
      digest,
      seen: seenAs(record.kind),
    })),
    missing: missingOf(rows),
    owners: rows.seats.map(({ id, name, workplace, to }) => ({
      seat: id,
      name,
      workplace,
      endedAt: to && to <= at ? to.toISOString() : null,
    })),
  };
}

const seenAs = (kind: string): ReportInput["records"][number]["seen"] =>
  kind === "imaging-study" ? "images" : kind === "imaging-report" ? "report-only" : null;

export function personOf(rows: CaseRows, seat: string): ReportInput["askedBy"][number] {
  const found = rows.seats.find(({ id }) => id === seat);
  if (!found) throw new Error("A seat of the case is not there");
  const { name, profession, workplace } = found;
  return { seat, name, profession, workplace };
}

/** The referring clinicians; where there are none, the patient asked. */
function askersOf(rows: CaseRows): ReportInput["askedBy"] {
  const as = (role: string) => rows.seats.filter((seat) => seat.role === role && seat.to === null);
  const referrers = as("referrer");
  return (referrers.length > 0 ? referrers : as("patient")).map(({ id }) => personOf(rows, id));
}

function patientOf({ details: { patient }, seats }: CaseRows): Omit<ReportInput["patient"], "country"> {
  const id = seats.find(({ role }) => role === "patient")?.personId ?? null;
  return { id, name: patient.name, born: patient.born, sex: patient.sex };
}

function missingOf({ needed, organisation }: CaseRows): ReportInput["missing"] {
  const say = createSentences("en", organisation.details.zone);
  return needed.map((item) => ({
    name: neededName(item, say),
    because: item.said?.because ?? item.request?.answer ?? null,
  }));
}

/** What those who treat the patient have said of a finding, in its threads. */
const contactsOf = ({ rows, threads }: Prepared): readonly ContactInput[] =>
  threads.flatMap(({ anchor, by, body, created, replies }) => {
    if (anchor?.kind !== "text" || !("item" in anchor.where)) return [];
    const { item } = anchor.where;
    const said = [{ by, body, created }, ...replies].find((word) => isTreating(rows, word.by));
    if (!said) return [];
    const author = rows.seats.find(({ mode, to }) => mode === "author" && to === null);
    const to = author?.name ?? "";
    return [
      { item, by: personOf(rows, said.by).name, to, channel: "thread", at: said.created, words: said.body },
    ];
  });

const urgentOf = (rows: CaseRows): ReportInput["urgentFindings"] =>
  rows.urgent.map((finding) => ({
    words: finding.what,
    raisedBy: personOf(rows, finding.seatId).name,
    raisedAt: finding.raisedAt.toISOString(),
    recipient: personOf(rows, finding.recipientSeatId).name,
    channels: finding.channel ? [finding.channel] : [],
    ...(finding.escalatedAt && {
      passedOn: {
        at: finding.escalatedAt.toISOString(),
        second: finding.secondSeatId && personOf(rows, finding.secondSeatId).name,
      },
    }),
    acknowledgedBy: finding.acknowledgedBy && personOf(rows, finding.acknowledgedBy).name,
    acknowledgedAt: finding.acknowledgedAt?.toISOString() ?? null,
  }));

const reasonsOf = ({ open }: Prepared, { reasons }: AtSigning, by: string): ReportInput["reasons"] =>
  open.flatMap(({ key, rule, sentence }) => {
    const reason = reasons.get(key);
    return reason === undefined ? [] : [{ rule, point: sentence, reason, by }];
  });
