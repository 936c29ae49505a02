import { isPatientSide } from "@consilium/clinical";
import type { EvidenceUse } from "@consilium/workspace";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { useIsWidth } from "../../design/width.ts";
import { withSentence } from "./way-to-sentence.ts";

export interface SentenceLinkProps {
  readonly use: EvidenceUse;
  /** It stays open beside the sentence where there is room. */
  readonly record: string;
  readonly isLit?: boolean;
  /** Before the words: which place of the record. */
  readonly children?: ReactNode;
}

/** "Findings: “The nodule grew.”", which leads there. */
export function SentenceLink({ use, record, isLit = false, children }: SentenceLinkProps) {
  const { caseId, detail } = useCase();
  const hasRoom = useIsWidth("wide") && !isPatientSide(detail.seat);
  return (
    <Link
      className="relied-on-link"
      to="/cases/$caseId/opinion/$section"
      params={{ caseId, section: use.section }}
      search={withSentence(use, hasRoom ? record : undefined)}
      resetScroll={false}
      aria-current={isLit ? "location" : undefined}
    >
      {children}
      <SentenceWords use={use} />
    </Link>
  );
}

function SentenceWords({ use: { section, sentence, evidence } }: Pick<SentenceLinkProps, "use">) {
  const t = useTranslations();
  const name = t(`opinion.section.${section}`);
  const words = sentence === "" ? (evidence?.label ?? "") : sentence;
  return (
    <span className="relied-on-sentence">
      <b>{name}</b> <span dir="auto">{sentence === "" ? words : t("record.sentence", { words })}</span>
    </span>
  );
}
