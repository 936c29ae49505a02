import type { ClinicalRecord, NoneAnswer, PregnancyAnswer, RecordAnswer } from "@consilium/clinical";
import type { ReferralChoices, ReferralEntry, ReferralText } from "@consilium/interchange";

export interface ExportedPerson {
  readonly seat: string;
  readonly name: string;
  readonly role: string;
  readonly profession: string | null;
  readonly workplace: string | null;
}

/** What one side said in the intake, as the seat that exports may read it. */
export interface ExportedVoice {
  readonly side: "patient" | "clinician";
  readonly texts: Readonly<Partial<Record<ReferralText, string>>>;
  readonly questions: readonly { readonly text: string; readonly textForBlind: string | null }[];
  readonly entries: readonly ReferralEntry[];
  readonly none: Readonly<Record<string, NoneAnswer>>;
  readonly records: Readonly<Record<string, RecordAnswer>>;
  readonly pregnancy: PregnancyAnswer | null;
}

/** A question that was submitted. */
export interface ExportedQuestion {
  readonly id: string;
  readonly rank: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
}

/** A remark or a suggestion, and what was written to it. */
export interface ExportedThread {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** Where it stands: `story`, `records`, `opinion.<id>`. */
  readonly about: string;
  readonly words: string;
  readonly isOver: boolean;
  readonly replies: readonly {
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly words: string;
  }[];
}

/** What somebody is to do: a record that was asked for, a recommendation of a signed report. */
export interface ExportedTask {
  readonly id: string;
  readonly kind: "record request" | "recommendation";
  readonly words: string;
  readonly state: "requested" | "completed" | "rejected" | "cancelled";
  readonly at: string | null;
  /** A day or an instant. */
  readonly due: string | null;
  readonly owner: string | null;
  readonly answer: string | null;
}

export interface ExportedConsent {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly by: string;
}

/** A file of the export, as others of it name it. */
export interface ExportedFile {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ExportedReport {
  readonly id: string;
  readonly n: number;
  readonly state: "current" | "superseded" | "retracted";
  readonly digest: string;
  readonly signedAt: string;
  readonly by: string;
  readonly files: readonly ExportedFile[];
}

export interface ExportedRecord {
  readonly record: ClinicalRecord;
  /** Its files, those of a study included. */
  readonly files: readonly ExportedFile[];
}

/** A whole case, as far as one seat may read it. Plain values: the same ones give the same bundle. */
export interface CaseToExport {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly state: string;
  readonly openedAt: string;
  readonly exportedAt: string;
  /** The seat that takes it along. */
  readonly by: ExportedPerson;
  readonly organisation: string;
  readonly patient: {
    readonly name: string;
    readonly born: string | null;
    readonly sex: string | null;
    readonly country: string | null;
    readonly language: string;
  };
  readonly people: readonly ExportedPerson[];
  readonly voices: readonly ExportedVoice[];
  readonly choices: ReferralChoices;
  readonly questions: readonly ExportedQuestion[];
  readonly threads: readonly ExportedThread[];
  readonly tasks: readonly ExportedTask[];
  readonly consents: readonly ExportedConsent[];
  readonly records: readonly ExportedRecord[];
  readonly reports: readonly ExportedReport[];
}
