import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Avatar } from "../../design/avatar.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { authorIn } from "../../thread/author-in.ts";
import { useRail } from "../rail-context.ts";
import { KindIcon, listedKinds } from "./kind-icon.tsx";
import { type MarkCounts, type MarkFilter, toggled } from "./mark-filter.ts";

export interface MarkFiltersProps {
  readonly counts: MarkCounts;
}

const states = ["open", "resolved", "all"] as const;

/** By whom, of what kind, open or resolved: each choice with how many it would show. */
export function MarkFilters({ counts }: MarkFiltersProps) {
  const t = useTranslations("marks");
  const { filter, show } = useRail();
  const change = (changed: Partial<MarkFilter>) => show({ filter: { ...filter, ...changed } });
  return (
    <fieldset className="mark-filters" aria-label={t("filter.name")}>
      <Segmented
        label={t("filter.state")}
        options={states.map((value) => ({
          value,
          label: t(`state.${value}`, { count: counts.states[value] }),
        }))}
        value={filter.state}
        onChange={(state) => change({ state })}
      />
      <People counts={counts} onChange={change} />
      <Kinds counts={counts} onChange={change} />
    </fieldset>
  );
}

interface ChoicesProps extends MarkFiltersProps {
  readonly onChange: (changed: Partial<MarkFilter>) => void;
}

function People({ counts, onChange }: ChoicesProps) {
  const t = useTranslations("marks");
  const { people } = useCase();
  const { authors } = useRail().filter;
  return (
    <fieldset className="mark-choices" aria-label={t("filter.author")}>
      {[...counts.authors].map(([seat, count]) => {
        const person = authorIn(people, seat);
        return (
          <button
            key={seat}
            type="button"
            className="mark-choice"
            data-person={person.colour}
            aria-pressed={authors.includes(seat)}
            title={person.name}
            onClick={() => onChange({ authors: toggled(authors, seat) })}
          >
            <Avatar person={person} size={20} isDecoration />
            <span className="visually-hidden" translate="no">
              {person.name}
            </span>
            <span className="num">{count}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function Kinds({ counts, onChange }: ChoicesProps) {
  const t = useTranslations("marks");
  const { kinds } = useRail().filter;
  return (
    <fieldset className="mark-choices" aria-label={t("filter.kind")}>
      {listedKinds
        .filter((kind) => counts.kinds.has(kind))
        .map((kind) => (
          <button
            key={kind}
            type="button"
            className="mark-choice"
            aria-pressed={kinds.includes(kind)}
            onClick={() => onChange({ kinds: toggled(kinds, kind) })}
          >
            <KindIcon kind={kind} />
            {t(`kind.${kind}`)} <span className="num">{counts.kinds.get(kind)}</span>
          </button>
        ))}
    </fieldset>
  );
}
