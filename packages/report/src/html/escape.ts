const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Words of people in HTML and XHTML, between tags and in attributes. Nothing else makes markup of them. */
export const escapeHtml = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => names[character] ?? "");

/** In a string of a style sheet that stands in HTML. */
export const escapeCss = (words: string): string =>
  words.replace(/[^\w ./:,-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
