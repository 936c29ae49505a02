import type { Addendum, Report } from "@consilium/report";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Addenda } from "../addendum/addendum-list.tsx";
import type { SignedAddendum } from "../addendum/use-addenda.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { ReportArticle } from "../report/report-article.tsx";
import { checkCode, openLink, type ReportByLink } from "./open-api.ts";
import { OpenPage } from "./open-page.tsx";

/** Milliseconds: a report that was taken back says so, also where it lies open, within so long. */
const rhythm = 10_000;

/** A report for somebody without an account, who has the link and was told the passcode. */
export function LinkPage() {
  const t = useTranslations("link");
  const [token] = useState(() => location.hash.slice(1));
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (passcode: string) => openLink(token, passcode),
  });
  return (
    <OpenPage title={t("title")}>
      {data ? (
        <Opened opened={data} />
      ) : (
        <Ask isLink={token !== ""} isPending={isPending} error={error} onOpen={mutate} />
      )}
    </OpenPage>
  );
}

interface AskProps {
  readonly isLink: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onOpen: (passcode: string) => void;
}

function Ask({ isLink, isPending, error, onOpen }: AskProps) {
  const t = useTranslations("link");
  const [passcode, setPasscode] = useState("");
  const typed = passcode.replaceAll(/\s/g, "");
  if (!isLink) return <PageTitle lede={t("noLinkText")}>{t("noLink")}</PageTitle>;
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== "" && !isPending) onOpen(typed);
  };
  return (
    <form className="open-ask" onSubmit={open}>
      <PageTitle lede={t("askText")}>{t("ask")}</PageTitle>
      <TextField
        label={t("passcode")}
        hint={t("passcodeHint")}
        isLarge
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={passcode}
        onChange={({ currentTarget }) => setPasscode(currentTarget.value)}
      />
      <RefusedLine error={error} />
      <Button
        type="submit"
        look="filled"
        size="wide"
        disabled={isPending}
        offReason={typed === "" ? t("enterPasscode") : undefined}
      >
        {t("open")}
      </Button>
    </form>
  );
}

function Opened({ opened }: { readonly opened: ReportByLink }) {
  const t = useTranslations("link");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made by `buildReport`, and handed out as it was signed.
  const report = opened.report as unknown as Report;
  return (
    <>
      <p className="open-note">{t("until", { at: new Date(opened.expires) })}</p>
      <ReportArticle
        report={report}
        opinion={undefined}
        pictures={picturesOf(report, opened.images)}
        notice={
          <>
            <Stands opened={opened} signedAt={report.signedAt} />
            <Addenda addenda={addendaOf(opened)} isInCase={false} />
          </>
        }
      />
    </>
  );
}

const addendaOf = ({ addenda }: ReportByLink): readonly SignedAddendum[] =>
  addenda.map(({ digest, code, text }) => ({
    id: digest,
    code,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made by `buildAddendum`.
    text: text as unknown as Addendum,
  }));

const picturesOf = ({ keyImages }: Report, images: ReportByLink["images"]): ReadonlyMap<string, string> =>
  new Map(
    keyImages.flatMap(({ id, mediaType }) =>
      images[id] === undefined ? [] : [[id, `data:${mediaType};base64,${images[id]}`] as const],
    ),
  );

/** Asked again while it lies open: what was handed out cannot be called back, but it can say that it no longer stands. */
function Stands({ opened, signedAt }: { readonly opened: ReportByLink; readonly signedAt: string }) {
  const t = useTranslations("report.state");
  const { data } = useQuery({
    queryKey: ["check", opened.code],
    queryFn: () => checkCode(opened.code),
    refetchInterval: rhythm,
  });
  const now = data?.items.find((item) => item.signedAt === signedAt);
  const state = now?.state ?? opened.state;
  if (state === "current") return null;
  const at = new Date(now?.changedAt ?? opened.changedAt ?? opened.expires);
  return (
    <Banner tone="stop" title={t(state, { at })}>
      {opened.reason}
    </Banner>
  );
}
