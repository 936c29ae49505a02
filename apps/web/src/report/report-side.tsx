import { type Report, reportDigest } from "@consilium/report";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import { Avatar } from "../design/avatar.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { FeedbackList } from "../follow-up/feedback-list.tsx";
import { ReportPeople } from "./report-people.tsx";
import type { ReportSummary } from "./use-report.ts";

interface SideProps {
  readonly report: Report;
  readonly summary: ReportSummary;
}

/** Who answers for it, that it is what was signed, and who has read it. */
export function ReportSide({ report, summary }: SideProps) {
  return (
    <>
      <ReportPeople report={report} />
      <Unchanged report={report} summary={summary} />
      <AlsoAs summary={summary} />
      <Readers summary={summary} />
      <FeedbackList />
    </>
  );
}

/** The digest is computed anew on this device of what came, and compared with the one that was signed. */
function Unchanged({ report, summary: { digest, code } }: SideProps) {
  const t = useTranslations("report");
  const { mutate, data, isPending } = useMutation({ mutationFn: () => reportDigest(report) });
  return (
    <section className="report-check" aria-label={t("check")}>
      <p>
        <span className="num">{code}</span>{" "}
        <button type="button" disabled={isPending} onClick={() => mutate()}>
          {t("checkIt")}
        </button>
      </p>
      <output>
        {data === digest && <StateGlyph state="done">{t("unchanged")}</StateGlyph>}
        {data !== undefined && data !== digest && (
          <SeverityGlyph severity="must">{t("isChanged")}</SeverityGlyph>
        )}
      </output>
      <p className="report-quiet">{t("checkText")}</p>
    </section>
  );
}

/** As files to keep and to hand on. */
function AlsoAs({ summary: { id } }: Pick<SideProps, "summary">) {
  const t = useTranslations("report");
  const { caseId, seat } = useCase();
  const heading = useId();
  const asked = seat === undefined ? "" : `?seat=${seat}`;
  return (
    <section className="report-files" aria-labelledby={heading}>
      <h2 id={heading}>{t("alsoAs")}</h2>
      {(["pdf", "html", "fhir"] as const).map((form) => (
        <a key={form} href={`/api/cases/${caseId}/reports/${id}/${form}${asked}`} download>
          {t(`forms.${form}`)}
        </a>
      ))}
    </section>
  );
}

function Readers({ summary: { receipts } }: Pick<SideProps, "summary">) {
  const t = useTranslations("report");
  const people = usePeople();
  const heading = useId();
  if (receipts.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("readers")}</h2>
      {receipts.map(({ seat, opened, acknowledged }) => {
        const person = people.get(seat);
        if (!person) return null;
        return (
          <div key={seat} className="report-person">
            <Avatar person={person} size={20} isDecoration />
            <p>
              {person.name}
              <br />
              <span className="report-quiet">
                {acknowledged
                  ? t("acknowledged", { at: new Date(acknowledged) })
                  : t("opened", { at: new Date(opened) })}
              </span>
            </p>
          </div>
        );
      })}
    </section>
  );
}
