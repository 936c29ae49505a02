import "./left-out.css";
import { useMessages, useTranslations } from "use-intl";

/** A kind of thing in a file that is not among the records, as the server sums it up. */
interface LeftOutThing {
  /** What the file calls it: a type of resource, a section's title. */
  readonly type: string;
  /** Of something that was taken, the part that was not. */
  readonly part: string | null;
  readonly gap: string;
  readonly count: number;
  /** As it stands in the file. */
  readonly written?: readonly string[] | undefined;
}

/** What of a file is not among the records: how much of what, below the reason that it shares with others. */
export function LeftOut({ things }: { readonly things: readonly LeftOutThing[] }) {
  const t = useTranslations("importing");
  const words = useMessages().importing.gap;
  const hasWords = (gap: string): gap is keyof typeof words => Object.hasOwn(words, gap);
  return (
    <dl className="left-out">
      {[...Map.groupBy(things, ({ gap }) => gap)].map(([gap, alike]) => (
        <div key={gap}>
          <dt>{hasWords(gap) ? t(`gap.${gap}`) : gap}</dt>
          {alike.map((thing) => (
            <dd key={`${thing.type} ${thing.part}`} translate="no">
              <Said thing={thing} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Said({ thing: { type, part, count, written } }: { readonly thing: LeftOutThing }) {
  const t = useTranslations("importing");
  if (part === null) return t("whole", { count, type });
  if (!written || written.length === 0) return t("part", { count, type, part });
  return t("partWritten", { count, type, part, written: written.join(", ") });
}
