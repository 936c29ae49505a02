import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { authorIn } from "../../thread/author-in.ts";
import { useThreads } from "../../thread/threads-context.ts";
import { useRail } from "../rail-context.ts";
import { everyOpen } from "./mark-filter.ts";

/** At the rail's foot: who has open marks on the records. A press lists theirs. */
export function MarksBy() {
  const t = useTranslations("marks");
  const { people } = useCase();
  const { threads } = useThreads();
  const { show } = useRail();
  const seats = [...new Set(threads.filter(({ state }) => state.is === "open").map(({ by }) => by))];
  if (seats.length === 0) return null;
  return (
    <fieldset className="marks-by" aria-label={t("by")}>
      <span aria-hidden>{t("by")}</span>
      {seats.map((seat) => {
        const { name, initials, colour, side } = authorIn(people, seat);
        return (
          <button
            key={seat}
            type="button"
            title={name}
            onClick={() => show({ view: "marks", filter: { ...everyOpen, authors: [seat] } })}
          >
            <span className="thread-dot" data-person={colour} data-side={side} />
            <span className="visually-hidden">{t("byPerson", { name })}</span>
            <span aria-hidden translate="no">
              {initials}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
