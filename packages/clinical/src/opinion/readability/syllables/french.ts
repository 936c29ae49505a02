/** Behind these the ending of nouns and adjectives is heard: "traitement", "patient", "accident", "souvent". */
const heardEnding =
  /(?:m|ci|di|cli|ti|vi|qu|cid|gr|ouv|urg|arg|arr|éc|rec|réc|prés|abs|érent|min|man|esc|col|ell|itt|^[cdlv])ent$/u;
/** In a verb of the third person plural it is not, though the verb may look the same: "ils restent", "ils forment". */
const silentEnding = /(?:form|aim|dorm|rest|marqu|expliqu|indiqu|appliqu)ent$/u;

/**
 * French by its sounds: a final `e` is silent, `ill` behind a vowel is a glide, `i` and `u` before a vowel glide but behind two
 * consonants. Groups of vowels that are left are the syllables; a `-` cuts a group in two.
 */
export function frenchSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\p{L}]/gu, "");
  const sounds = withoutSilentEnding(withGlides(letters))
    .replaceAll(/é(?=[aeiouoèâ])|a(?=o(?!u))|o(?=o|a(?!u))/gu, "$&-")
    .replaceAll(/(?<=[aou])é|(?<=e)o(?!eu|u)|ï|ë/gu, "-$&")
    .replaceAll(/(?<=[bcdfgkpqtv][lr])([iu])(?=[aeoéèâ])/gu, "$1-");
  return Math.max(1, sounds.match(/[aeiouyàâäéèêëîïôöùûü]+/gu)?.length ?? 0);
}

const withGlides = (word: string): string =>
  word
    .replace(/^(a?)pays/u, "$1pa-is")
    .replaceAll("œ", "e")
    .replaceAll(/([qg])u(?=[aeioéèêày])/gu, "$1")
    // "ville", "mille" and "tranquille" say the l.
    .replaceAll(/(?<![vmq])ill(?=[aeiouéèê])/gu, "ij")
    .replaceAll(/(?<=[aeou])ij/gu, "j")
    .replaceAll(/([aou])ï(?=ll)/gu, "$1j")
    .replaceAll(/y(?=[aeiouéèêàâî])/gu, "j");

function withoutSilentEnding(word: string): string {
  if (word.length <= 2) return word;
  if (word.endsWith("ent"))
    return heardEnding.test(word) && !silentEnding.test(word) ? word : word.replace(/ent$/u, "");
  return word.replace(/(?<=[^aàâeo])es?$|(?<=[aeo][^aeiou]*[iué])es?$/u, "");
}
