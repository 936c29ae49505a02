import { reportCode } from "../digest.ts";
import type { Report } from "../report.ts";
import { writersOf } from "../writers.ts";
import { note, text } from "./blocks.ts";
import { directionOf } from "./direction.ts";
import type { PrintedAddendum } from "./lay-addenda.ts";
import { caseLine, changeNotice, type ReportChange } from "./lay-change.ts";
import { layPart } from "./lay-part.ts";
import { layPeople } from "./lay-people.ts";
import { type Layout, type PartId, partIds } from "./layout.ts";
import { type Words, wordsIn } from "./words.ts";

/** What is printed besides the report itself: it follows from it. */
export interface Printing {
  /** `reportDigest`. */
  readonly digest: string;
  /** Where a report is looked up by its code, as it is read: "consilium.example/v/". */
  readonly checkAddress: string;
  /** `patient`: the plain words come first. */
  readonly reader: "clinician" | "patient";
  /** What was added to the report since, in the order in which it was signed. Not there: nothing. */
  readonly addenda?: readonly PrintedAddendum[] | undefined;
  /** Not there: the report stood when this was printed. */
  readonly change?: ReportChange | undefined;
}

/** One page model for paper, screen and narrative. Pure. A part that must never be missing says so where it is empty. */
export function layOut(report: Report, printing: Printing): Layout {
  const words = wordsIn(report.zone);
  const { t } = words;
  const signedAt = new Date(report.signedAt);
  const { addenda = [], change } = printing;
  const check = `${printing.checkAddress}${reportCode(printing.digest)}`;
  return {
    language: report.language,
    direction: directionOf(report.language),
    title: t("printed.title", { number: report.case.number, name: report.patient.name }),
    authors: writersOf(report).map(({ name }) => name),
    signedAt: report.signedAt,
    kind: t("printed.kind"),
    signed: t("printed.signed", {
      at: signedAt,
      offset: words.offset(signedAt),
      version: String(report.version),
    }),
    notice: noticeOf(report, printing, words),
    people: layPeople(report, words),
    headline: report.headline,
    parts: orderOf(printing.reader).flatMap((id) => {
      const blocks = layPart(id, { report, words, check, addenda, digest: printing.digest });
      if (blocks === undefined) return [];
      const title = t(`printed.part.${id}`);
      return [{ id, title, blocks: blocks.length > 0 ? blocks : [note(text(t("printed.empty")))] }];
    }),
    footer: { case: caseLine(report.case.number, change, words), check, ...pageWords(words) },
  };
}

const orderOf = (reader: Printing["reader"]): readonly PartId[] =>
  reader === "patient" ? ["plain", ...partIds.filter((id) => id !== "plain")] : partIds;

function noticeOf({ replaces }: Report, { addenda = [], change }: Printing, words: Words): string | null {
  const { t } = words;
  const lines: string[] = change ? [changeNotice(change, words)] : [];
  if (replaces) {
    const { version, signedAt, reason } = replaces;
    lines.push(t("printed.replaces", { version: String(version), at: new Date(signedAt), reason }));
  }
  if (addenda.length > 0) lines.push(t("printed.addendum.count", { count: addenda.length }));
  return lines.length > 0 ? lines.join(" ") : null;
}

/** Only the printer knows the numbers: it sets them where the line breaks stand. */
function pageWords({ t }: Words): Pick<Layout["footer"], "page" | "plain"> {
  const [before = "", between = "", behind = ""] = t("printed.page", { page: "\n", pages: "\n" }).split("\n");
  const [beforePlain = "", behindPlain = ""] = t("printed.plainOn", { page: "\n" }).split("\n");
  return { page: [before, between, behind], plain: [beforePlain, behindPlain] };
}
