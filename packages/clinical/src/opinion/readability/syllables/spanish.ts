/**
 * Spanish is written as it is spoken: each group of vowels is a syllable, cut where two strong vowels meet. An accent makes a
 * weak vowel strong ("día"); `h` parts nothing ("prohibido"); `u` is not heard in "que" and "gui".
 */
export function spanishSyllables(word: string): number {
  const heard = word
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("h", "")
    .replaceAll(/([qg])u(?=[eiéí])/gu, "$1")
    .replaceAll(/y(?![aeiouáéíóúü])/gu, "i");
  const groups = heard.match(/[aeiouáéíóúü]+/gu) ?? [];
  const cuts = groups.flatMap((group) => group.match(/[aeoáéíóú](?=[aeoáéíóú])/gu) ?? []);
  return Math.max(1, groups.length + cuts.length);
}
