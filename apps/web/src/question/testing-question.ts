/** A question of a case, for tests: its words are its id. */
export const testQuestion = (id: string, rank: number, withdrawn = false) => ({
  id,
  rank,
  text: id,
  version: 1,
  withdrawn,
});
