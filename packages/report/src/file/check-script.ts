/** What the file says of itself. */
export interface FileWords {
  readonly unchanged: string;
  readonly changed: string;
  readonly unknown: string;
}

/**
 * The script in the file: plain JavaScript of any browser since 2020, because it must run in ten years without us. All that
 * is shown afterwards comes from the payload, whose digest it checks, and from itself, whose digest the file's policy names:
 * a browser does not run it when a letter of it was changed. `head` is the file's own head as a browser reads it back,
 * without that digest. It waits until the file is read to its end: what stands behind it would otherwise come below the page.
 */
export const checkScript = (words: FileWords, head: string): string =>
  source.replace("WORDS", () => inScript(words)).replace("HEAD", () => inScript(head));

const source = `(async () => {
const words = WORDS;
const head = HEAD;
const hex = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const utf8 = (text) => new TextEncoder().encode(text);
const show = (state, page) => {
  document.body.innerHTML = page;
  const line = document.createElement("p");
  line.id = "state";
  line.className = state;
  line.setAttribute("role", "status");
  line.textContent = words[state];
  document.body.prepend(line);
};
const withImage = (body, { kind, encoded }, at) =>
  body.split('src="image:' + at + '"').join('src="data:image/' + kind + ";base64," + encoded + '"');
let page = "";
let state = "changed";
if (document.readyState === "loading")
  await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
try {
  const payload = document.getElementById("report");
  const text = payload.textContent;
  const data = JSON.parse(text);
  page = "<style>" + data.styles + "</style>" + data.images.reduce(withImage, data.body);
  if (!window.crypto || !crypto.subtle) state = "unknown";
  else if (await isWhole(payload, text, data)) state = "unchanged";
  document.title = data.title;
  document.documentElement.lang = data.language;
  document.documentElement.dir = data.direction;
} finally {
  show(state, page);
}
async function isWhole(payload, text, data) {
  const root = document.documentElement;
  if (document.compatMode !== "CSS1Compat" || root.attributes.length > 0 || document.body.attributes.length > 0) return false;
  if (document.head.innerHTML.replace(/'sha256-[^']*'/, "''") !== head) return false;
  if ((await hex(utf8(text))) !== payload.dataset.sha256) return false;
  if ((await hex(utf8(data.report))) !== data.digest) return false;
  for (const { text: added, digest } of data.addenda) if ((await hex(utf8(added))) !== digest) return false;
  const { keyImages } = JSON.parse(data.report);
  for (const { id, encoded } of data.images) {
    const image = keyImages.find((one) => one.id === id);
    const letters = atob(encoded);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    if (!image || (await hex(bytes)) !== image.sha256) return false;
  }
  return true;
}
})();`;

/** A value in a script that stands in HTML. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll("\u2028", String.raw`\u2028`)
    .replaceAll("\u2029", String.raw`\u2029`);
