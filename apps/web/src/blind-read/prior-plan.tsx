import { type Section, sectionText } from "@consilium/workspace";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { BoundDocument } from "../case/document-state.ts";
import { useDocument } from "../case/use-document.ts";

/** What was planned and told before anybody here read the case: it was hidden from who read blind. */
export function PriorPlan() {
  const t = useTranslations("blindRead.comparison");
  const heading = useId();
  const names = new Set(useCase().detail.documents.map(({ name }) => name));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("before")}</h2>
      <div className="comparison-both">
        {names.has("referral.prior") && <Prior name="referral.prior" section="plan" />}
        {names.has("story.prior") && <Prior name="story.prior" section="told" />}
      </div>
    </section>
  );
}

interface PriorProps {
  readonly name: string;
  readonly section: Section;
}

function Prior({ name, section }: PriorProps) {
  const t = useTranslations("opinion.section");
  const document = useDocument(name);
  return (
    <div>
      <h3>{t(section)}</h3>
      {document.phase === "open" && document.synced && <Text doc={document.doc} section={section} />}
    </div>
  );
}

function Text({ doc, section }: Pick<PriorProps, "section"> & Pick<BoundDocument, "doc">) {
  const t = useTranslations("blindRead.comparison");
  const text = sectionText(doc, section).trim();
  if (text === "") return <p className="report-quiet">{t("notWritten")}</p>;
  return text.split("\n").map((line, at) => (
    <p key={at} dir="auto">
      {line}
    </p>
  ));
}
