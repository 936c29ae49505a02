import "./sign-in-page.css";
import { IconPhoneCall } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Logo } from "../design/logo.tsx";
import { SignInForm } from "./sign-in-form.tsx";

const route = getRouteApi("/sign-in");

/** Tells nothing of any case. */
export function SignInPage() {
  const t = useTranslations("signIn");
  const { to, reason } = route.useSearch();
  return (
    <div className="sign-in">
      <DocumentTitle page={t("title")} />
      <header className="sign-in-claim">
        <Logo />
        <p className="sign-in-sentence">{t("claim")}</p>
        <p className="sign-in-lede">{t("lede")}</p>
        <Emergency />
      </header>
      <MainContent name="sign-in-main">
        <h1>{t("title")}</h1>
        <SignInForm to={to} reason={reason} />
        <Emergency />
      </MainContent>
    </div>
  );
}

/** Below the claim on a desk, below the form on a telephone: one of the two is shown. */
function Emergency() {
  const t = useTranslations("signIn");
  return (
    <p className="sign-in-emergency">
      <IconPhoneCall size="1.25rem" stroke={1.75} aria-hidden />
      {t("emergency")}
    </p>
  );
}
