import {
  addendaOfCase,
  countLinkAttempt,
  findCase,
  findOpenLink,
  noteLinkOpened,
  readReportImages,
  readReportText,
  recordAct,
  type ReportImages,
  reportsOfCase,
  type StoredReport,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { PrintedAddendum, Report } from "@consilium/report";
import { signedInOrder } from "../addendum/printed-addenda.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { isPasscode, tokenHash } from "./secrets-of-links.ts";

/** At so many wrong passcodes in a row a link is closed for good. */
export const mostFailures = 5;

export interface OpenedByLink {
  readonly report: Report;
  readonly images: ReportImages;
  /** What was added to it and signed, in the order in which it was signed. */
  readonly addenda: readonly PrintedAddendum[];
  readonly stored: StoredReport;
  readonly expires: Date;
}

/** Somebody without an account, with the secret of an address and the word that they were told. Each opening is in the audit. */
export async function openByLink(
  services: Services,
  { token, passcode }: { readonly token: string; readonly passcode: string },
): Promise<Result<OpenedByLink, RefusalReason>> {
  const { database } = services.open;
  const now = services.now();
  const link = await findOpenLink(database, tokenHash(token), { now, mostFailures });
  if (!link) return refuse("no-such-link");
  const attempt = await countLinkAttempt(database, link.id);
  if (attempt > mostFailures) return refuse("no-such-link");
  const { organisationId, caseId, reportId } = link;
  const of = { organisationId, caseId, personId: null, seatId: null, subject: link.id };
  if (!(await isPasscode(passcode, link.passcodeHash))) {
    await recordAct(database, { ...of, act: "link.refused", body: { report: reportId } });
    // Whoever made the link sees that it is closed.
    if (attempt === mostFailures) await services.changed({ caseId, rights: false });
    return refuse("wrong-passcode");
  }
  const row = await findCase(database, caseId);
  if (!row?.wrappedKey) return refuse("no-such-link");
  const key = await services.keys.of(caseId);
  const stored = (await reportsOfCase(database, key)).find(({ id }) => id === reportId);
  const text = await readReportText(database, key, reportId);
  if (!stored || !text) return refuse("no-such-link");
  const images = await readReportImages(database, key, reportId);
  const addenda = signedInOrder(await addendaOfCase(database, key), reportId);
  const bytes = [...images.values()].reduce((sum, image) => sum + image.length, text.length);
  const body = { report: reportId, bytes, ...(addenda.length > 0 && { addenda: addenda.length }) };
  await recordAct(database, { ...of, act: "link.opened", body });
  await noteLinkOpened(database, link.id, now);
  await services.changed({ caseId, rights: false });
  return ok({ report: JSON.parse(text.toString()), images, addenda, stored, expires: link.expiresAt });
}
