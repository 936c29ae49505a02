import "./authenticator.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Banner } from "../design/banner.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { type AppSecret, authenticatorQuery } from "./authenticator-query.ts";
import { BeginForm } from "./begin-form.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { EndForm } from "./end-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** `/settings/sign-in`: the authenticator app of whoever is signed in. */
export function SignInSettingsPage() {
  const t = useTranslations("authenticator");
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar />
      <MainContent name="settings">
        <PageTitle lede={t("lede")}>{t("title")}</PageTitle>
        <AuthenticatorSteps />
      </MainContent>
    </>
  );
}

/** Password, then the picture and a code, then the recovery codes; once it counts, how to turn it off. */
function AuthenticatorSteps() {
  const t = useTranslations("authenticator");
  const { data: standing } = useSuspenseQuery(authenticatorQuery);
  const [secret, setSecret] = useState<AppSecret>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [isEnded, setEnded] = useState(false);
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />;
  if (standing) {
    const ended = () => {
      setSecret(undefined);
      setEnded(true);
    };
    return <EndForm standing={standing} onEnded={ended} />;
  }
  if (secret) return <ConfirmForm secret={secret} onConfirmed={setCodes} />;
  return (
    <>
      {isEnded && <Banner tone="ok" title={t("ended")} />}
      <BeginForm onBegun={setSecret} />
    </>
  );
}
