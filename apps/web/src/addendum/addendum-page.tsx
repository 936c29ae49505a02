import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { BarAction } from "../case/bar-action.tsx";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { BareDesk } from "../opinion/bare-desk.tsx";
import { LiveText } from "../opinion/live-text.tsx";
import { openAddendumOf } from "../opinion/text-switch.tsx";
import { SignAddendumDialog } from "./sign-addendum-dialog.tsx";

const route = getRouteApi("/cases/$caseId/addendum/$section");

/** What is being added to a signed report, on the desk. */
export function AddendumPage() {
  const t = useTranslations("addendum");
  const { section } = route.useParams();
  const { detail } = useCase();
  const [isSigning, setSigning] = useState(false);
  const name = openAddendumOf(detail);
  if (name === undefined) {
    return (
      <BareDesk title={t("none")}>
        <EmptyState level={1} title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      </BareDesk>
    );
  }
  return (
    <>
      <LiveText
        key={name}
        name={name}
        kind="addendum"
        section={section}
        banner={
          <Banner tone="draft" isBar title={t("banner")}>
            {t("bannerText")}
          </Banner>
        }
        action={<BarAction name={t("sign.open")} menuName={t("more")} onClick={() => setSigning(true)} />}
      />
      {isSigning && (
        <SignAddendumDialog addendum={name.slice(name.indexOf(".") + 1)} onClose={() => setSigning(false)} />
      )}
    </>
  );
}
