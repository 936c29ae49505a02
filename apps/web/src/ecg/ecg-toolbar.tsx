import { waveformTools } from "@consilium/workspace";
import { IconLineScan, IconMaximize, IconStack2, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { iconLook } from "../drawn/mark-icon.tsx";
import { useEcg } from "./ecg-context.ts";
import { type EcgAct, keyOfEcgTool } from "./ecg-keys.ts";
import { gains, speeds } from "./ecg-sheet.ts";
import { EcgToolIcon } from "./ecg-tool-icon.tsx";
import type { EcgPaper } from "./use-ecg-paper.ts";

export interface EcgToolbarProps {
  readonly paper: EcgPaper;
  readonly act: (act: EcgAct) => boolean;
}

export function EcgToolbar({ paper, act }: EcgToolbarProps) {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const { tool, chooseTool, marks, choose } = useEcg();
  return (
    <div className="study-toolbar" role="toolbar" aria-label={imaging("tools")}>
      <ToolbarButton
        icon={<EcgToolIcon tool="pan" />}
        label={t("tool.pan")}
        isOn={tool === "pan"}
        onClick={() => chooseTool("pan")}
      />
      {marks.drawing && <MarkTools />}
      <i className="toolbar-line" />
      <PaperChoices paper={paper} />
      <i className="toolbar-line" />
      <SizeTools act={act} />
      {choose && (
        <ToolbarButton
          icon={<IconLineScan {...iconLook} />}
          label={imaging("useAsEvidence")}
          keys="E"
          onClick={() => act({ is: "evidence" })}
        />
      )}
    </div>
  );
}

function SizeTools({ act }: Pick<EcgToolbarProps, "act">) {
  const t = useTranslations("ecg");
  return (
    <>
      <ToolbarButton
        icon={<IconZoomOut {...iconLook} />}
        label={t("smaller")}
        keys="-"
        onClick={() => act({ is: "zoom", factor: 0.8 })}
      />
      <ToolbarButton
        icon={<IconZoomIn {...iconLook} />}
        label={t("larger")}
        keys="+"
        onClick={() => act({ is: "zoom", factor: 1.25 })}
      />
      <ToolbarButton
        icon={<IconMaximize {...iconLook} />}
        label={t("reset")}
        keys="0"
        onClick={() => act({ is: "reset" })}
      />
    </>
  );
}

function MarkTools() {
  const t = useTranslations("ecg");
  const { tool, chooseTool, isInAllLeads, markAllLeads } = useEcg();
  return (
    <>
      {waveformTools.map((one) => (
        <ToolbarButton
          key={one}
          icon={<EcgToolIcon tool={one} />}
          label={t(`tool.${one}`)}
          keys={keyOfEcgTool(one)}
          isOn={tool === one}
          onClick={() => chooseTool(one)}
        />
      ))}
      <ToolbarButton
        icon={<IconStack2 {...iconLook} />}
        label={t("markAllLeads")}
        isOn={isInAllLeads}
        onClick={() => markAllLeads(!isInAllLeads)}
      />
    </>
  );
}

function PaperChoices({ paper }: { readonly paper: EcgPaper }) {
  const t = useTranslations("ecg");
  return (
    <>
      <Choices
        label={t("speed")}
        values={speeds}
        now={paper.speed}
        words={(speed) => t("speedOf", { speed })}
        unit={t("speedUnit")}
        onChoose={paper.setSpeed}
      />
      <Choices
        label={t("gain")}
        values={gains}
        now={paper.gain}
        words={(gain) => t("gainOf", { gain })}
        unit={t("gainUnit")}
        onChoose={paper.setGain}
      />
      {paper.canTwelve && (
        <Choices
          label={t("arrangement")}
          values={["twelve", "column"] as const}
          now={paper.arrangement}
          words={(arrangement) => t(arrangement)}
          onChoose={paper.arrange}
        />
      )}
      <Groups />
    </>
  );
}

/** A tracing may have its median beat beside its rhythm. */
function Groups() {
  const t = useTranslations("ecg");
  const { tracing, group, openGroup } = useEcg();
  const { groups } = tracing.waveform;
  if (groups.length < 2) return null;
  return (
    <select
      className="box-select"
      aria-label={t("group")}
      value={group}
      onChange={(event) => openGroup(Number(event.currentTarget.value))}
    >
      {groups.map(({ label }, at) => (
        <option key={at} value={at + 1}>
          {label || t("groupNumber", { number: at + 1 })}
        </option>
      ))}
    </select>
  );
}

interface ChoicesProps<Value extends string | number> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly now: Value;
  readonly words: (value: Value) => string;
  /** Of all values, shown once behind them; `words` says it with each. */
  readonly unit?: string;
  readonly onChoose: (value: Value) => void;
}

function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { label, values, now, words, unit, onChoose } = props;
  return (
    <fieldset className="ecg-choices" aria-label={label}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-label={words(value)}
          aria-pressed={value === now}
          onClick={() => onChoose(value)}
        >
          {unit === undefined ? words(value) : value}
        </button>
      ))}
      {unit !== undefined && <span aria-hidden>{unit}</span>}
    </fieldset>
  );
}
