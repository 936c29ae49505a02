/**
 * A DOI in its usual form, lower case, without what leads to it ("https://doi.org/", "doi:") and without the punctuation of a
 * sentence behind it; undefined for anything else. It has no check digit: whether it exists is not told.
 */
export function readDoi(text: string): string | undefined {
  const bare = decoded(text.trim()).replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:?\s*)/iu, "");
  const [found] = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u.exec(bare) ?? [];
  return found && withoutEnd(found).toLowerCase();
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A bracket that the DOI opened itself is a part of it: "10.1016/S0140-6736(05)66868-4". */
function withoutEnd(doi: string): string {
  const cut = doi.replace(/[.,;:"'”’]+$/u, "");
  const isOpened = cut.split("(").length >= cut.split(")").length;
  return cut.endsWith(")") && !isOpened ? withoutEnd(cut.slice(0, -1)) : cut;
}
