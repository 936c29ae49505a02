import { layOut, type Printing } from "../layout/lay-out.ts";
import type { Layout } from "../layout/layout.ts";
import type { Report } from "../report.ts";
import { base64 } from "./base64.ts";
import { escapeCss, escapeHtml } from "./escape.ts";
import { type AddressOf, partHtml } from "./layout-html.ts";
import { sheet } from "./sheet.ts";

/** Files by the ids of `Report.keyImages`, each of the kind that stands there. */
export type Images = ReadonlyMap<string, Uint8Array>;

/**
 * The report as one document that needs nothing else: for a screen and for A4. No script, nothing from the network: its own
 * policy forbids both. A picture that is not handed in is described in words.
 */
export function printHtml(report: Report, printing: Printing, images: Images): string {
  const kinds = new Map(report.keyImages.map(({ id, mediaType }) => [id, mediaType]));
  const { title, language, direction, styles, body } = pageHtml(report, printing, (image) => {
    const bytes = images.get(image);
    return bytes && `data:${kinds.get(image) ?? "image/png"};base64,${base64(bytes)}`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="robots" content="noindex"/>
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The pieces of a document, for another frame around them. `title` and `language` are not escaped. */
export interface PageHtml extends Pick<Layout, "title" | "language" | "direction"> {
  readonly styles: string;
  readonly body: string;
}

export function pageHtml(report: Report, printing: Printing, addressOf: AddressOf): PageHtml {
  const layout = layOut(report, printing);
  const { title, language, direction, headline, footer } = layout;
  const parts = layout.parts.map((part) => partHtml(part, addressOf)).join("\n");
  const body = `<div class="page">
${headHtml(layout)}
<main>
<h1 dir="auto">${escapeHtml(headline)}</h1>
${parts}
</main>
<footer><span>${escapeHtml(footer.check)}</span><span>${escapeHtml(footer.case)}</span></footer>
</div>`;
  return { title, language, direction, styles: `${sheet}${pageRules(layout)}`, body };
}

const brand = `<p class="brand"><svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true"><path d="M10.5 3.2a8.8 8.8 0 1 0 0 17.6z" fill="currentColor"/><path d="M13.5 6.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" opacity=".55"/></svg>Consilium</p>`;

function headHtml({ kind, signed, people, notice }: Layout): string {
  const groups = people
    .map(
      ({ title, lines }) =>
        `<div><h2>${escapeHtml(title)}</h2>${lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join("")}</div>`,
    )
    .join("");
  const replaced = notice === null ? "" : `<p class="notice">${escapeHtml(notice)}</p>`;
  return `<header><div class="top">${brand}<p class="signed">${escapeHtml(kind)}<br/>${escapeHtml(signed)}</p></div><div class="people">${groups}</div>${replaced}</header>`;
}

/** What stands on each sheet of paper. */
function pageRules({ footer }: Layout): string {
  const [before, between, behind] = footer.page.map(escapeCss);
  const check = escapeCss(footer.check);
  return `@page{size:A4;margin:18mm 19mm 20mm;@bottom-left{font:8.5pt sans-serif;color:#444;content:"${check}"}@bottom-right{font:8.5pt sans-serif;color:#444;content:"${escapeCss(footer.case)}, ${before}" counter(page) "${between}" counter(pages) "${behind}"}}
`;
}
