/** So many answers of a seat are kept: a page that was cut off asks again what it heard nothing of. */
const most = 64;

/**
 * What was answered, by the id of the request. Who asks again under an id gets the same answer, and nothing is done twice. Ids are made
 * by pages so that no two are the same, also of two pages of one person.
 */
export class RememberedAnswers {
  readonly #answers = new Map<string, Promise<string>>();

  once(id: string, answer: () => Promise<string>): Promise<string> {
    const known = this.#answers.get(id);
    if (known) return known;
    const given = answer();
    this.#answers.set(id, given);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > most && oldest !== undefined) this.#answers.delete(oldest);
    return given;
  }
}
