import { useMessages, useTranslations } from "use-intl";
import type { OpenedCase } from "./import-file.ts";

type Entry = OpenedCase["notUnderstood"][number];

/** What became of a file: how many records, and in plain words what is not among them and why. */
export function NotUnderstood({ opened }: { readonly opened: OpenedCase }) {
  const t = useTranslations("importing");
  const words = useMessages().importing.gap;
  const hasWords = (gap: string): gap is keyof typeof words => Object.hasOwn(words, gap);
  const { records, notUnderstood } = opened;
  const groups = Map.groupBy(notUnderstood, ({ gap }) => gap);
  return (
    <div className="not-understood">
      <p>{t("done", { records })}</p>
      {notUnderstood.length === 0 ? (
        <p>{t("allUnderstood")}</p>
      ) : (
        <>
          <p>{t("notUnderstood", { count: notUnderstood.reduce((sum, { count }) => sum + count, 0) })}</p>
          <dl>
            {[...groups].map(([gap, entries]) => (
              <div key={gap}>
                <dt>{hasWords(gap) ? t(`gap.${gap}`) : gap}</dt>
                {entries.map((entry) => (
                  <dd key={`${entry.type} ${entry.part}`} translate="no">
                    <Said entry={entry} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          <p className="case-facts">{t("kept")}</p>
        </>
      )}
    </div>
  );
}

function Said({ entry: { type, part, count } }: { readonly entry: Entry }) {
  const t = useTranslations("importing");
  return part === null ? t("whole", { count, type }) : t("part", { count, type, part });
}
