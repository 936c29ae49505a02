import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Telling, TellingWay } from "./notification-query.ts";

type Kind = Telling["kinds"][number];

const ways: readonly TellingWay[] = ["mail", "daily", "app", "none"];

export interface WaysProps {
  readonly kinds: readonly Kind[];
  readonly onChoose: (kind: Kind["kind"], way: TellingWay) => void;
}

/** Each thing that one can be told of, and how. */
export function Ways({ kinds, onChoose }: WaysProps) {
  return (
    <ul className="ways">
      {kinds.map((told) => (
        <li key={told.kind}>
          {told.isFixed ? <Always told={told} /> : <Way told={told} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}

function Always({ told: { kind } }: { readonly told: Kind }) {
  const t = useTranslations("notify");
  return (
    <>
      <span className="ways-kind">{t(`kind.${kind}`)}</span>
      <span className="ways-always">{t("always")}</span>
    </>
  );
}

function Way({ told: { kind, way }, onChoose }: Pick<WaysProps, "onChoose"> & { readonly told: Kind }) {
  const t = useTranslations("notify");
  const id = useId();
  const choose = (value: string) => {
    const chosen = ways.find((known) => known === value);
    if (chosen) onChoose(kind, chosen);
  };
  return (
    <>
      <label htmlFor={id}>{t(`kind.${kind}`)}</label>
      <select id={id} value={way} onChange={({ target }) => choose(target.value)}>
        {ways.map((value) => (
          <option key={value} value={value}>
            {t(`way.${value}`)}
          </option>
        ))}
      </select>
    </>
  );
}
