import "./addendum.css";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Blocks, PlacesContext } from "../report/report-words.tsx";
import { type SignedAddendum, signedOf, useAddenda } from "./use-addenda.ts";

export interface AddendumListProps {
  /** The report's id. */
  readonly report: string;
}

/** What was added to a signed report since, by name and date. Nothing where nobody has added anything. */
export function AddendumList({ report }: AddendumListProps) {
  const { data = [] } = useAddenda();
  return <Addenda addenda={signedOf(data, report)} isInCase />;
}

export interface AddendaProps {
  /** In their order. */
  readonly addenda: readonly SignedAddendum[];
  /** Whoever has no place in the case is led nowhere in it. */
  readonly isInCase: boolean;
}

export function Addenda({ addenda, isInCase }: AddendaProps) {
  const t = useTranslations("addendum");
  const heading = useId();
  if (addenda.length === 0) return null;
  return (
    <section className="addenda" aria-labelledby={heading}>
      <h2 id={heading}>{t("added", { count: addenda.length })}</h2>
      {addenda.map((addendum) => (
        <OneAddendum key={addendum.id} addendum={addendum} isInCase={isInCase} />
      ))}
    </section>
  );
}

interface OneAddendumProps extends Pick<AddendaProps, "isInCase"> {
  readonly addendum: SignedAddendum;
}

function OneAddendum({ addendum: { code, text }, isInCase }: OneAddendumProps) {
  const t = useTranslations("addendum");
  const { signer, signedAt, language, places } = text;
  const heading = useId();
  return (
    <article className="addendum" lang={language} aria-labelledby={heading}>
      <h3 id={heading}>{t("by", { name: signer.name, at: new Date(signedAt) })}</h3>
      <PlacesContext value={{ places, isInCase }}>
        <Blocks blocks={text.text} />
      </PlacesContext>
      <p className="addendum-foot">
        {[
          signer.profession,
          signer.workplace,
          signer.licence &&
            t("licence", { number: signer.licence.number, authority: signer.licence.authority }),
        ]
          .filter(Boolean)
          .join(", ")}{" "}
        <span className="num">{code}</span>
      </p>
    </article>
  );
}
