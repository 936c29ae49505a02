const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Whether a cut before this offset would part a surrogate pair (SY-13). */
export const partsPair = (text: string, offset: number): boolean =>
  offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));

/** The range, widened so that it parts no pair. */
export const onPairs = (text: string, start: number, end: number) => ({
  start: partsPair(text, start) ? start - 1 : start,
  end: partsPair(text, end) ? end + 1 : end,
});
