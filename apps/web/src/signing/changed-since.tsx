import { sectionsOf } from "@consilium/workspace";
import { useFormatter, useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { isFieldName } from "../history/field-names.ts";
import { useFieldWords } from "../history/use-field-words.ts";
import type { ChangedPlace } from "./changed-sentences.ts";
import type { ChangedPart } from "./what-changed.ts";

export interface ChangedSinceProps {
  readonly parts: readonly ChangedPart[];
  /** In the opinion. */
  readonly places: readonly ChangedPlace[];
}

/** What reads otherwise than when they said that they had read it: which texts, and of the opinion which sentences. */
export function ChangedSince({ parts, places }: ChangedSinceProps) {
  const t = useTranslations("signing");
  const format = useFormatter();
  const names = format.list(parts.map((part) => t(`part.${part}`)));
  return (
    <>
      <Banner tone="warn" title={t("changed", { names })}>
        {t("changedText")}
      </Banner>
      {places.length > 0 && (
        <ul className="signing-changes">
          {places.map((place) => (
            <li key={`${place.section}/${place.item?.id}/${place.field}`}>
              <p className="signing-change-place">
                <PlaceName place={place} />
              </p>
              <Change place={place} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PlaceName({ place: { section: name, item, field } }: { readonly place: ChangedPlace }) {
  const t = useTranslations();
  const section = sectionsOf("opinion").find((one) => one === name);
  const parts = [
    section && t(`opinion.section.${section}`),
    item && t(`history.itemKind.${item.kind}`),
    field !== undefined && isFieldName(field) && t(`history.field.${field}`),
  ];
  return parts.filter(Boolean).join(", ");
}

function Change({ place: { field = "", change } }: { readonly place: ChangedPlace }) {
  const sayValue = useFieldWords();
  if (change.is === "value")
    return <Pair before={sayValue(field, change.before)} after={sayValue(field, change.after)} />;
  return change.sentences.map((sentence) => (
    <Pair key={`${sentence.before}\n${sentence.after}`} before={sentence.before} after={sentence.after} />
  ));
}

function Pair({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTranslations("signing");
  return (
    <dl className="signing-change">
      <dt>{t("was")}</dt>
      <dd dir="auto">{before === "" ? t("nothing") : <del>{before}</del>}</dd>
      <dt>{t("is")}</dt>
      <dd dir="auto">{after === "" ? t("nothing") : <ins>{after}</ins>}</dd>
    </dl>
  );
}
