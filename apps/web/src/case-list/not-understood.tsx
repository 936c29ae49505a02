import { useTranslations } from "use-intl";
import { LeftOut } from "../record/left-out.tsx";
import type { OpenedCase } from "./import-file.ts";

/** What became of a file: how many records, and in plain words what is not among them and why. */
export function NotUnderstood({ opened }: { readonly opened: OpenedCase }) {
  const t = useTranslations("importing");
  const { records, prefilled, notUnderstood } = opened;
  return (
    <div className="not-understood">
      <p>{t("done", { records })}</p>
      {prefilled && <p>{t("prefilled")}</p>}
      {notUnderstood.length === 0 ? (
        <p>{t("allUnderstood")}</p>
      ) : (
        <>
          <p>{t("notUnderstood", { count: notUnderstood.reduce((sum, { count }) => sum + count, 0) })}</p>
          <LeftOut things={notUnderstood} />
          <p className="case-facts">{t("kept")}</p>
        </>
      )}
    </div>
  );
}
