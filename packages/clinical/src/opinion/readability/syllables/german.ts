/** Two letters that are one vowel. */
const oneVowel = /^(?:ei|ai|au|äu|eu|ie|aa|ee|oo|ey|ay|oi|ou|uy)/u;
/** Words from Latin say both: "Familie", "Studien", "Patient". Not "Therapie". */
const saidApart = /(?:famil|lin|ser|ferr?|akt|akz|med|stud|arter|prinzip|fol|mater|bakter)(?=ie[ns]?$)/u;

/** German: each vowel is a syllable, a diphthong and a long vowel are one. Prefixes are cut off where vowels meet. */
export function germanSyllables(word: string): number {
  const cut = word
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("qu", "q")
    .replace(/^(be|ge)(?=e(?!re|et)|u[rn]|inh)/u, "$1-")
    .replace(/i(?=ent|enz)/u, "i-")
    .replace(/e(?=um$|ums$|us$)/u, "e-")
    .replace(/^knie(?=n$)/u, "kni-e")
    .replace(saidApart, "$&i-")
    .replace(/i-ie/u, "i-e");
  return Math.max(
    1,
    (cut.match(/[aeiouyäöüé]+/gu) ?? []).reduce((sum, group) => sum + vowelsIn(group), 0),
  );
}

function vowelsIn(group: string): number {
  let left = group;
  let count = 0;
  while (left !== "") {
    left = left.slice(oneVowel.test(left) ? 2 : 1);
    count += 1;
  }
  return count;
}
