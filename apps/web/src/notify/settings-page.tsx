import "./notify.css";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { Refused } from "../app/refused.ts";
import { Banner } from "../design/banner.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { strong } from "../patient/strong.tsx";
import { chooseTelling, type Telling, tellingQuery, type TellingWishes } from "./notification-query.ts";
import { QuietHours } from "./quiet-hours.tsx";
import { Ways } from "./ways.tsx";

/** `/settings`: how somebody is told of things. Every choice is kept as it is made. */
export function SettingsPage() {
  const t = useTranslations("notify");
  const { data: telling } = useSuspenseQuery(tellingQuery);
  const { mutate, error, isSuccess } = useChoosing();
  const wishes = wishesIn(telling);
  return (
    <>
      <DocumentTitle page={t("settingsTitle")} />
      <AppBar />
      <MainContent name="settings">
        <PageTitle lede={t.rich("settingsText", { address: telling.address, b: strong })}>
          {t("settingsTitle")}
        </PageTitle>
        <MailStanding telling={telling} />
        <Ways
          kinds={telling.kinds}
          onChoose={(kind, way) => mutate({ ...wishes, choices: { ...wishes.choices, [kind]: way } })}
        />
        <QuietHours
          quiet={telling.quiet}
          zone={telling.zone}
          onChoose={(quiet) => mutate({ ...wishes, quiet })}
        />
        <output className="settings-kept">{isSuccess && t("saved")}</output>
        {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notSaved")} />}
      </MainContent>
    </>
  );
}

/** What keeps mail from arriving, where something does. */
function MailStanding({ telling }: { readonly telling: Telling }) {
  const t = useTranslations("notify");
  const { address, refusedSince, sendsMail, showsOutbox } = telling;
  return (
    <>
      {refusedSince !== null && (
        <Banner tone="warn" title={t("refused")}>
          {t("refusedText", { address, since: new Date(refusedSince) })}
        </Banner>
      )}
      {!sendsMail && (
        <Banner tone="draft" title={t("noMail")}>
          {t("noMailText")} {showsOutbox && <Link to="/outbox">{t("toOutbox")}</Link>}
        </Banner>
      )}
    </>
  );
}

/** All that is as it is: what is sent back is the whole of it. */
const wishesIn = ({ kinds, quiet }: Telling): TellingWishes => ({
  choices: Object.fromEntries(kinds.filter(({ isFixed }) => !isFixed).map(({ kind, way }) => [kind, way])),
  quiet,
});

function useChoosing() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: chooseTelling,
    // One after the other: the second begins from what the first one left.
    scope: { id: "telling" },
    onMutate: ({ choices, quiet }) => {
      queries.setQueryData(tellingQuery.queryKey, (now) => now && shown(now, choices, quiet));
    },
    onSuccess: (answer) => queries.setQueryData(tellingQuery.queryKey, answer),
    onError: () => queries.invalidateQueries({ queryKey: tellingQuery.queryKey }),
  });
}

/** At once, before the server has kept it. */
const shown = (now: Telling, choices: TellingWishes["choices"], quiet: TellingWishes["quiet"]): Telling => ({
  ...now,
  quiet,
  kinds: now.kinds.map((known) => ({ ...known, way: choices[known.kind] ?? known.way })),
});
