import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { checkCode, readCode } from "./open-api.ts";
import { OpenPage } from "./open-page.tsx";

const route = getRouteApi("/v/$code");

/** Whether a printed report still stands, for whoever holds it. It says nothing of anybody. */
export function CheckPage() {
  const t = useTranslations("link.check");
  const { code: asked } = route.useParams();
  const code = readCode(asked);
  return (
    <OpenPage title={t("title")}>
      <PageTitle lede={t("lede")}>{t("title")}</PageTitle>
      {code ? <Answer code={code} /> : <Banner tone="warn" title={t("noCode")} />}
      <Another />
    </OpenPage>
  );
}

function Answer({ code }: { readonly code: string }) {
  const t = useTranslations("link");
  const { data, error } = useQuery({
    queryKey: ["check", code],
    queryFn: () => checkCode(code),
    retry: false,
  });
  if (error) return <RefusedLine error={error} />;
  return data?.items.map(({ version, state, signedAt, changedAt }) => {
    const said = { code, version, signed: new Date(signedAt), changed: new Date(changedAt ?? signedAt) };
    return (
      <Banner
        key={signedAt}
        tone={state === "current" ? "ok" : "stop"}
        title={t(`check.stands.${state}`, said)}
      >
        {t(`check.standsText.${state}`, said)}
      </Banner>
    );
  });
}

function Another() {
  const t = useTranslations("link.check");
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const code = readCode(typed);
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (code) void navigate({ to: "/v/$code", params: { code } });
  };
  return (
    <form className="open-ask" onSubmit={look}>
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" offReason={code ? undefined : t("typeCode")}>
        {t("look")}
      </Button>
    </form>
  );
}
