import "./calling.css";
import { nextConference } from "@consilium/clinical";
import { type ReactNode, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { Button } from "../../design/button.tsx";
import { PageOnItsWay } from "../../design/page-on-its-way.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { CallDialog } from "./call-dialog.tsx";
import { ConferenceRow } from "./conference-row.tsx";
import { type Conference, type Conferences as Found, useConferences } from "./conferences-query.ts";
import { sortConferences, standingOf } from "./standing.ts";
import { useZoneWords } from "./use-zone-words.ts";

/** All conferences of the case, and calling one. `tools`: beside the title. */
export function Conferences({ tools }: { readonly tools?: ReactNode }) {
  const t = useTranslations("conferences");
  const { data, error } = useConferences();
  if (error) throw error;
  return (
    <>
      <DocumentTitle page={t("title")} />
      {data ? <List found={data} tools={tools} /> : <PageOnItsWay title={t("title")} />}
    </>
  );
}

interface ListProps {
  readonly found: Found;
  readonly tools: ReactNode;
}

function List({ found: { items, mayCall }, tools }: ListProps) {
  const t = useTranslations("conferences.list");
  const zone = useZoneWords();
  const now = useNow({ updateInterval: 60_000 });
  const { toCome, past } = sortConferences(items);
  const next = nextConference(toCome, now);
  const title = useTitle(next, now);
  return (
    <>
      <div className="conference-head">
        <PageTitle lede={t("lede")}>{title}</PageTitle>
        {tools}
      </div>
      {mayCall && <Call isNext={next?.state !== "live"} />}
      {toCome.length > 0 && (
        <section aria-label={t("toCome")}>
          <ul className="conference-list">
            {toCome.map((conference) => (
              <ConferenceRow key={conference.id} conference={conference} isFirst={conference === next} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="conferences-past">
          <h2 id="conferences-past">{t("past")}</h2>
          <ul className="conference-list">
            {past.map((conference) => (
              <ConferenceRow key={conference.id} conference={conference} />
            ))}
          </ul>
        </section>
      )}
      {items.length > 0 && <p className="conference-zone">{t("zone", { zone })}</p>}
    </>
  );
}

function useTitle(next: Conference | undefined, now: Date): string {
  const t = useTranslations("conferences.list");
  if (!next) return t("none");
  if (next.state === "live") return t("live");
  return t(standingOf(next, now) === "late" ? "late" : "next", { at: new Date(next.startsAt) });
}

/** `isNext`: nothing goes on, so calling one is the next step. */
function Call({ isNext }: { readonly isNext: boolean }) {
  const t = useTranslations("conferences.list");
  const [calling, call] = useState<"planned" | "now">();
  return (
    <div className="conference-acts">
      <Button look={isNext ? "filled" : "plain"} onClick={() => call("planned")}>
        {t("plan")}
      </Button>
      <Button onClick={() => call("now")}>{t("startNow")}</Button>
      {calling && <CallDialog isNow={calling === "now"} onClose={() => call(undefined)} />}
    </div>
  );
}
