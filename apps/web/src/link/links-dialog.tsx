import "./link.css";
import { type FormEvent, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Segmented } from "../design/segmented.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type MadeLink, type ReportLink, useEndLink, useLinks, useMakeLink } from "./use-links.ts";

interface LinksDialogProps {
  /** The report's id. */
  readonly report: string;
  readonly onClose: () => void;
}

/** Links to a report for doctors without an account: made, told, closed. */
export function LinksDialog({ report, onClose }: LinksDialogProps) {
  const t = useTranslations("link");
  const { data } = useLinks();
  const links = (data?.items ?? []).filter((link) => link.report === report);
  const making = useMakeLink(report);
  return (
    <Dialog isOpen onClose={onClose} title={t("share")}>
      <p className="link-lede">{t("shareText")}</p>
      {making.data ? (
        <Made made={making.data} />
      ) : (
        <MakeForm isPending={making.isPending} error={making.error} onMake={making.mutate} />
      )}
      {links.length > 0 && <MadeLinks links={links} />}
    </Dialog>
  );
}

const spans = ["7", "14", "30"] as const;

interface MakeFormProps {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onMake: (wish: { readonly madeFor: string; readonly days: number }) => void;
}

function MakeForm({ isPending, error, onMake }: MakeFormProps) {
  const t = useTranslations("link");
  const [madeFor, setFor] = useState("");
  const [days, setDays] = useState<(typeof spans)[number]>("14");
  const off = madeFor.trim() === "" ? t("sayWhom") : undefined;
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) onMake({ madeFor: madeFor.trim(), days: Number(days) });
  };
  return (
    <form className="link-form" onSubmit={make}>
      <TextField
        label={t("forWhom")}
        hint={t("forWhomHint")}
        value={madeFor}
        maxLength={200}
        onChange={({ currentTarget }) => setFor(currentTarget.value)}
      />
      <Segmented
        label={t("howLong")}
        options={spans.map((value) => ({ value, label: t("days", { count: Number(value) }) }))}
        value={days}
        onChange={setDays}
      />
      <RefusedLine error={error} />
      <div className="dialog-actions">
        <Button type="submit" look="filled" offReason={off}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}

/** Told once: the server keeps neither the secret nor the passcode. */
function Made({ made: { token, passcode } }: { readonly made: MadeLink }) {
  const t = useTranslations("link");
  const [isCopied, setCopied] = useState(false);
  const address = `${location.origin}/l#${token}`;
  return (
    <section className="link-made" aria-label={t("made")}>
      <h3>{t("made")}</h3>
      <p>{t("madeText")}</p>
      <p className="link-address">{address}</p>
      <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {isCopied ? t("copied") : t("copy")}
      </Button>
      <p>{t("tellPasscode")}</p>
      <p className="link-passcode num">{passcode}</p>
      <p className="link-quiet">{t("toldOnce")}</p>
    </section>
  );
}

function MadeLinks({ links }: { readonly links: readonly ReportLink[] }) {
  const t = useTranslations("link");
  const { mutate, isPending, error } = useEndLink();
  const now = useNow();
  return (
    <section className="link-list" aria-label={t("links")}>
      <h3>{t("links")}</h3>
      <ul>
        {links.map((link) => {
          const isOpen = link.ended === null && !link.isClosed && new Date(link.expires) > now;
          return (
            <li key={link.id}>
              <div>
                <b dir="auto">{link.madeFor}</b>
                <p className="link-quiet">
                  {isOpen
                    ? t("opened", { count: link.opened, until: new Date(link.expires) })
                    : t(link.isClosed ? "closedByTries" : "ended", { count: link.opened })}
                </p>
              </div>
              {isOpen && (
                <Button size="small" disabled={isPending} onClick={() => mutate(link.id)}>
                  {t("close")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <RefusedLine error={error} />
    </section>
  );
}
