import type { Column } from "./columns.ts";

/**
 * What a cell of docs/rights.md says. The page is parsed by the tests and compared with this table word for word; what
 * each cell means stands in judge-cell.ts.
 */
export const cells = [
  "-",
  "- until reveal",
  "R",
  "W",
  "W to submission, then R",
  "W to signing, then R",
  "R once shared with patient",
  "R once shared with care team",
  "R from delivery",
  "R once signed",
  "R once signed, from delivery",
  "R while live, then once shared",
  "own only, until reveal",
  "R, add",
  "R unless revealing",
  "the item presented",
] as const;
export type Cell = (typeof cells)[number];

export type Row =
  | "story"
  | "story.prior"
  | "referral"
  | "referral.prior"
  | "records"
  | "opinion.id"
  | "workpad.id"
  | "addendum.id"
  | "conference.id";

const row = (...found: readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell]): Record<Column, Cell> => ({
  "patient, proxy": found[0],
  referrer: found[1],
  "care-team": found[2],
  author: found[3],
  "other specialist": found[4],
  "blind specialist": found[5],
  coordinator: found[6],
  guest: found[7],
});

const toSubmission = "W to submission, then R";
const toSigning = "W to signing, then R";
const withTeam = "R once shared with care team";
const unblind = "- until reveal";
const signedDelivered = "R once signed, from delivery";
const live = "R while live, then once shared";

export const matrix: Record<Row, Record<Column, Cell>> = {
  story: row(toSubmission, "R", "R", "R", "R", "R", toSubmission, "-"),
  "story.prior": row(toSubmission, "R", "R", "R", "R", unblind, toSubmission, "-"),
  referral: row("R", toSigning, "R", "R", "R", "R", toSubmission, "-"),
  "referral.prior": row("R", toSigning, "R", "R", "R", unblind, "R", "-"),
  records: row("R, add", "R, add", "R", "R", "R", "R unless revealing", "R, add", "the item presented"),
  "opinion.id": row(
    "R once shared with patient",
    withTeam,
    withTeam,
    toSigning,
    "R",
    "own only, until reveal",
    "R from delivery",
    "-",
  ),
  "workpad.id": row("-", "-", "-", toSigning, "-", "-", "-", "-"),
  "addendum.id": row(signedDelivered, "R once signed", "R once signed", toSigning, "R", unblind, "R", "-"),
  "conference.id": row(live, "W", "W", "W", "W", unblind, "W", "-"),
};
