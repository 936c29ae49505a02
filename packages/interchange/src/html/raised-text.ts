const raised = new Map(
  Array.from("0123456789+-=()n", (sign, index) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"[index] ?? sign]),
);

/** Raised text stays told apart: ten to the ninth must never become 109. */
export function raisedText(text: string): string {
  const signs = Array.from(text.trim());
  if (signs.length === 0) return text;
  const all = signs.map((sign) => raised.get(sign));
  return all.every((sign) => sign !== undefined) ? all.join("") : `^${signs.join("")}`;
}
