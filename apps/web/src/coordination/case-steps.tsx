import { type CaseState, coordinatorSteps, needsReason, nextStep } from "@consilium/clinical";
import { IconDots } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Menu, MenuItem } from "../design/menu.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { CloseDialog } from "../follow-up/close-dialog.tsx";
import type { CaseRef } from "./coordination-api.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { saysWhatIsOpen, stepName } from "./step-name.ts";
import { useStep } from "./use-step.ts";

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

export interface CaseStepsProps {
  readonly of: CaseRef;
  readonly state: CaseState;
  /** The state behind a pause. */
  readonly interrupted: CaseState | null;
  /** Whether somebody has a seat to write the opinion. */
  readonly hasAuthor: boolean;
  /** Only the menu: the next step is its first item. */
  readonly isCompact?: boolean;
  /** Above the steps in the menu. */
  readonly items?: ReactNode;
  /** On the board every row has one: which case it is for. */
  readonly name?: string;
  readonly size?: "normal" | "small";
}

/**
 * The step that comes next as a button, and the others in a menu. Where a reason is needed it is asked for first; what is
 * still open is said before the case is closed.
 */
export function CaseSteps(props: CaseStepsProps) {
  const { of, state, interrupted, hasAuthor, isCompact = false, items, name, size = "normal" } = props;
  const t = useTranslations("coordination");
  const [asked, ask] = useState<CaseState>();
  const { mutate, isPending, error } = useStep(of, () => ask(undefined));
  const next = isCompact ? undefined : nextStep(state, interrupted, hasAuthor);
  const others = coordinatorSteps(state, interrupted).filter((to) => to !== next);
  const says = (to: CaseState) => needsReason(to) || saysWhatIsOpen(state, to);
  const take = (to: CaseState) => (says(to) ? ask(to) : mutate({ to, reason: null }));
  return (
    <>
      {next && (
        <Button size={size} disabled={isPending} onClick={() => take(next)}>
          {t(`step.${stepName(state, next)}`)}
        </Button>
      )}
      <StepMenu state={state} steps={others} items={items} name={name} onTake={take} />
      {!asked && error && <Banner tone="stop" title={error.message} />}
      {asked === "closed" && <CloseDialog of={of} onClose={() => ask(undefined)} />}
      {asked && asked !== "closed" && (
        <StepDialog
          from={state}
          to={asked}
          isPending={isPending}
          error={error}
          onSend={(reason) => mutate({ to: asked, reason })}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  );
}

interface StepMenuProps extends Pick<CaseStepsProps, "state" | "items"> {
  readonly steps: readonly CaseState[];
  readonly name: string | undefined;
  readonly onTake: (to: CaseState) => void;
}

function StepMenu({ state, steps, items, name, onTake }: StepMenuProps) {
  const t = useTranslations("coordination");
  if (steps.length === 0 && !items) return null;
  const label = name === undefined ? t("steps") : t("stepsOf", { name });
  return (
    <Menu target={<ToolbarButton icon={<IconDots {...look} />} label={label} />}>
      {items}
      {steps.map((to) => (
        <MenuItem key={to} isDanger={to === "declined" || to === "withdrawn"} onClick={() => onTake(to)}>
          {t(`step.${stepName(state, to)}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

interface StepDialogProps {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

function StepDialog({ to, ...rest }: StepDialogProps) {
  const t = useTranslations("coordination");
  const what = to === "paused" || to === "declined" ? to : "withdrawn";
  return (
    <ReasonDialog
      {...rest}
      title={t(`reasonTitle.${what}`)}
      lede={t(`reasonLede.${what}`)}
      act={t(`reasonAct.${what}`)}
      isDanger={what !== "paused"}
    />
  );
}
