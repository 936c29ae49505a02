/** A question as it is ranked among those of its case. */
export interface RankedQuestion {
  readonly id: string;
  readonly rank: number;
  readonly withdrawn: boolean;
}

export interface NumberedQuestion<Q> {
  readonly question: Q;
  /** Null: it was withdrawn, and nobody counts it any more. */
  readonly number: number | null;
}

/**
 * As everybody reads them, at the desk, in the checks and in the report: those that are asked, from 1 on; after them those that were
 * withdrawn.
 */
export function numberQuestions<Q extends RankedQuestion>(
  questions: readonly Q[],
): readonly NumberedQuestion<Q>[] {
  const ranked = questions.toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));
  const asked = ranked.filter(({ withdrawn }) => !withdrawn);
  const withdrawn = ranked.filter((question) => question.withdrawn);
  return [
    ...asked.map((question, index) => ({ question, number: index + 1 })),
    ...withdrawn.map((question) => ({ question, number: null })),
  ];
}
