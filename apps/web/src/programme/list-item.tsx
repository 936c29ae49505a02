import type { ListedType } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import { useContent } from "./content-context.ts";
import { listForm } from "./form-names.ts";
import { listInForce } from "./list-fields.ts";
import { TakeListBack } from "./take-list-back.tsx";
import { UnsavedMark } from "./unsaved-mark.tsx";
import { VersionFact } from "./version-fact.tsx";

/** The list that one specialty has now. */
export function ListItem({ specialty }: { readonly specialty: string }) {
  const t = useTranslations("programme.lists");
  const name = useTranslations("caseList")("specialty", { specialty });
  const { own, records } = listInForce(useContent().content, specialty);
  return (
    <li>
      <div>
        <h2>
          {name} <UnsavedMark form={listForm(specialty)} />
        </h2>
        <Records records={records} />
        {own ? <VersionFact {...own} /> : <p className="programme-fact">{t("comingAlong")}</p>}
      </div>
      <div className="programme-ways">
        <ButtonLink
          to="/programme/lists/$specialty"
          params={{ specialty }}
          size="small"
          aria-label={t("changeIt", { name })}
        >
          {t("change")}
        </ButtonLink>
        {own && <TakeListBack list={own} name={name} />}
      </div>
    </li>
  );
}

function Records({ records }: { readonly records: readonly Pick<ListedType, "type" | "isCore">[] }) {
  const t = useTranslations("programme.lists");
  const types = useTranslations("inventory.types");
  const format = useFormatter();
  const listed = (isCore: boolean) => {
    const names = records.filter((record) => record.isCore === isCore).map(({ type }) => types(type));
    return names.length > 0 ? format.list(names, { type: "unit" }) : t("nothing");
  };
  return (
    <dl>
      <div>
        <dt>{t("neededHead")}</dt>
        <dd>{listed(true)}</dd>
      </div>
      <div>
        <dt>{t("askedHead")}</dt>
        <dd>{listed(false)}</dd>
      </div>
    </dl>
  );
}
