import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { ReportArticle } from "../report/report-article.tsx";
import { usePictures } from "../report/use-report-images.ts";
import { type SigningSheet, useReportToSign } from "./use-signing.ts";

export interface ReadBeforeProps {
  /** The opinion's id. */
  readonly opinion: string;
  readonly sheet: Pick<SigningSheet, "basis" | "state">;
}

/** The whole report, as a signature under the sheet's basis would make it. */
export function ReadBefore({ opinion, sheet: { basis, state } }: ReadBeforeProps) {
  const t = useTranslations("signing");
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (state !== "ready") return null;
  return (
    <div className="signing-read">
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {t("readIt")}
      </Button>
      <div id={id}>{isOpen && <Text opinion={opinion} basis={basis} />}</div>
    </div>
  );
}

function Text({ opinion, basis }: { readonly opinion: string; readonly basis: string }) {
  const t = useTranslations("signing");
  const { data: report, error } = useReportToSign(opinion, basis);
  const pictures = usePictures(
    new Map(report?.keyImages.map(({ id, sha256 }) => [id, `/opinions/${opinion}/signing/images/${sha256}`])),
  );
  if (!report) return <RefusedLine error={error} />;
  return (
    <>
      <p className="signing-covers">{t("readItText")}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It is moved by itself, also by the keyboard. */}
      <section className="signing-text" tabIndex={0} aria-label={t("readIt")}>
        <ReportArticle report={report} opinion={undefined} pictures={pictures} isToBeSigned />
      </section>
    </>
  );
}
