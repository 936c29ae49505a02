import "./intake.css";
import { type IntakeStep, minutesOf, phasesOf } from "@consilium/clinical";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { useIntake } from "./intake-context.ts";
import { IntakeSaved } from "./intake-saved.tsx";
import { Prefilled } from "./prefilled.tsx";

export interface StepFrameProps {
  readonly step: IntakeStep;
  readonly title: string;
  readonly lede?: string;
  readonly children: ReactNode;
  /** Why the way does not go on from here yet. */
  readonly offReason?: string | undefined;
  /** Instead of the way on: what stops it, or the last step's own. */
  readonly foot?: ReactNode;
}

/** Around each step: where it stands in the way, whether all is saved, the question, the way on. */
export function StepFrame({ step, title, lede, children, offReason, foot }: StepFrameProps) {
  const t = useTranslations("intake");
  const { saying, flush } = useIntake();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="intake">
      <DocumentTitle page={title} />
      <IntakeBar step={step} />
      <CaseBanners />
      <MainContent name="intake-main">
        <Progress step={step} />
        <PageTitle lede={lede}>{title}</PageTitle>
        {saying.state === "not-saved" && (
          <Banner
            tone="stop"
            title={t("notSaved", { reason: saying.problem ?? t("notReached") })}
            action={<Button onClick={() => void flush()}>{t("tryAgain")}</Button>}
          />
        )}
        <Prefilled step={step} />
        {children}
        <footer className="intake-foot">
          {foot === undefined ? <WayOn step={step} offReason={offReason} /> : foot}
          <Later />
        </footer>
      </MainContent>
    </div>
  );
}

function IntakeBar({ step }: Pick<StepFrameProps, "step">) {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  const { steps } = useIntake();
  const before = steps[steps.indexOf(step) - 1];
  const look = { size: "1.375rem", stroke: 1.75, "aria-hidden": true } as const;
  return (
    <header className="intake-bar">
      {before ? (
        <Link to="/cases/$caseId/intake/$step" params={{ caseId, step: before }}>
          <IconChevronLeft {...look} /> {t("back")}
        </Link>
      ) : (
        <Link to="/cases/$caseId" params={{ caseId }}>
          <IconChevronLeft {...look} /> {t("back")}
        </Link>
      )}
      <IntakeSaved />
    </header>
  );
}

function Progress({ step }: Pick<StepFrameProps, "step">) {
  const t = useTranslations("intake");
  const { steps, open } = useIntake();
  const phases = phasesOf(steps);
  const at = phases.findIndex((phase) => phase.steps.includes(step));
  const now = phases[at];
  if (!now) return null;
  const isOpen = (name: IntakeStep) => name === "send" || open.includes(name);
  return (
    <>
      <div className="intake-progress" aria-hidden>
        {phases.map((phase, place) => (
          <i
            key={phase.name}
            data-state={place === at ? "now" : phase.steps.some(isOpen) ? "open" : "done"}
          />
        ))}
      </div>
      <p className="intake-where num">
        {t("progress", { step: at + 1, steps: phases.length, minutes: minutesOf(step) })}
        {now.steps.length > 1 && (
          <span>
            {t("within", { phase: now.name, part: now.steps.indexOf(step) + 1, parts: now.steps.length })}
          </span>
        )}
      </p>
    </>
  );
}

function WayOn({ step, offReason }: Pick<StepFrameProps, "step" | "offReason">) {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  const { steps, flush } = useIntake();
  const navigate = useNavigate();
  const next = steps[steps.indexOf(step) + 1];
  if (!next) return null;
  const go = async () => {
    await flush();
    await navigate({ to: "/cases/$caseId/intake/$step", params: { caseId, step: next } });
  };
  return (
    <Button look="filled" size="wide" offReason={offReason} onClick={() => void go()}>
      {t("next", { step: t(`name.${next}`) })}
    </Button>
  );
}

function Later() {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  return (
    <ButtonLink to="/cases/$caseId" params={{ caseId }} look="quiet" size="wide">
      {t("later")}
    </ButtonLink>
  );
}
