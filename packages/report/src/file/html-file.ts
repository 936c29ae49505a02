import { canonicalJson, sha256Hex } from "@consilium/foundation";
import type { Sentences } from "@consilium/language";
import { reportCode } from "../digest.ts";
import type { SignatureEvidence } from "../fhir/provenance.ts";
import { base64 } from "../html/base64.ts";
import { escapeHtml } from "../html/escape.ts";
import { type Images, pageHtml } from "../html/print-html.ts";
import type { Printing } from "../layout/lay-out.ts";
import { wordsIn } from "../layout/words.ts";
import type { Report } from "../report.ts";
import { checkScript, type FileWords, inScript } from "./check-script.ts";

/**
 * The report as one HTML file that checks itself in any browser, without a server: the page, the signed bytes, also of what was
 * added since, the key images and how it was signed. It says "unchanged" only where its own bytes, the signed report and the images have their digests.
 * Of a report that no longer stood when the file was made it says that as well.
 * That proves that nothing was changed by accident or by a careless hand; who signed is proved by the sealed PDF and by the
 * address that it names. Rejects where an image is not the one that was signed.
 */
export async function htmlFile(
  report: Report,
  printing: Printing,
  { images, signatures }: { readonly images: Images; readonly signatures: readonly SignatureEvidence[] },
): Promise<string> {
  for (const { id, sha256 } of report.keyImages) {
    const bytes = images.get(id);
    if (bytes && (await sha256Hex(bytes)) !== sha256)
      throw new RangeError(`The image ${id} is not the one that was signed`);
  }
  const shown = [...images].filter(([id]) => report.keyImages.some((image) => image.id === id));
  const { title, ...page } = pageHtml(report, printing, (image) => {
    const at = shown.findIndex(([id]) => id === image);
    return at < 0 ? undefined : `image:${at}`;
  });
  const { change } = printing;
  const payload = inScript({
    ...page,
    title,
    styles: `${page.styles}${stateStyles}${change ? changedStyles : ""}`,
    report: canonicalJson(report),
    digest: printing.digest,
    addenda: signedBytesOf(printing),
    images: shown.map(([id, bytes]) => ({ id, kind: kindOf(report, id), encoded: base64(bytes) })),
    signatures: signatures.map((signature) => ({ ...signature, data: base64(signature.data) })),
  });
  const { t } = wordsIn(report.zone);
  const script = checkScript(wordsOf(printing, t), headOf(title, ""));
  const head = headOf(title, `sha256-${await sha256Base64(script)}`);
  return `<!DOCTYPE html><html><head>${head}</head><body><p id="state">${escapeHtml(t("printed.file.waiting"))}</p><script type="application/json" id="report" data-sha256="${await sha256Hex(payload)}">${payload}</script><script>${script}</script></body></html>`;
}

/** A report can be whole and yet no longer stand. */
function wordsOf({ checkAddress, digest, change }: Printing, t: Sentences): FileWords {
  const check = `${checkAddress}${reportCode(digest)}`;
  return {
    unchanged: change
      ? t(`printed.file.${change.state}`, { check, at: new Date(change.at) })
      : t("printed.file.unchanged", { check }),
    changed: t("printed.file.changed", { check }),
    unknown: t("printed.file.unknown", { check }),
  };
}

const signedBytesOf = ({ addenda = [] }: Printing) =>
  addenda.map(({ addendum, digest }) => ({ text: canonicalJson(addendum), digest }));

const kindOf = ({ keyImages }: Report, id: string): string =>
  keyImages.find((image) => image.id === id)?.mediaType === "image/jpeg" ? "jpeg" : "png";

/** Exactly as a browser writes it when it is asked for the head. */
const headOf = (title: string, hash: string): string =>
  `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '${hash}'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${titleText(title)}</title>`;

const titleText = (title: string): string =>
  title
    .replaceAll("&", "&amp;")
    .replaceAll("\u00A0", "&nbsp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

const stateStyles = `
#state{margin:0;padding:.75rem 1rem;font:600 .9375rem/1.4 var(--sans);text-align:center;border-bottom:3px solid var(--line);background:var(--paper)}
#state.unchanged{border-color:#1c6b3c}
#state.changed{background:#b3261e;color:#fff;border-color:#b3261e}
@media print{#state.unchanged{display:none}}
`;

/** Whole, and yet not to be relied on. */
const changedStyles = `
#state.unchanged{border-color:#b3261e}
@media print{#state.unchanged{display:block}}
`;

async function sha256Base64(text: string): Promise<string> {
  const digest = await sha256Hex(text);
  return base64(Uint8Array.from(digest.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}
