import { IconFile, IconFolder, IconPlayerPause, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { nameIn } from "./chosen-file.ts";
import type { DeliveryRun } from "./delivery-run.ts";
import { type DeliveryState, hasEnded, type SentFile } from "./delivery-state.ts";
import { groupFiles, type SentGroup, totalsOf } from "./delivery-totals.ts";
import { useBytes } from "./use-bytes.ts";

export interface SentGroupsProps {
  readonly state: DeliveryState;
  readonly run: DeliveryRun;
}

/** Rows that are shown at once: more are asked for. */
const most = 50;

/** Each folder with its files, and each file that was chosen by itself. */
export function SentGroups({ state, run }: SentGroupsProps) {
  const groups = groupFiles(state.files);
  const { shown, more } = useSome(groups);
  return (
    <>
      <ul className="upload-files">
        {shown.map((group) =>
          group.isFolder ? (
            <Folder key={group.name} group={group} state={state} run={run} />
          ) : (
            <Rows key={group.name} places={group.places} state={state} run={run} />
          ),
        )}
      </ul>
      {more}
    </>
  );
}

/** The first of many, and a button for more. */
function useSome<Item>(items: readonly Item[]) {
  const t = useTranslations("delivery");
  const [count, setCount] = useState(most);
  const rest = items.length - count;
  return {
    shown: items.slice(0, count),
    more: rest > 0 && (
      <Button look="quiet" onClick={() => setCount(count + most)}>
        {t("moreFiles", { count: Math.min(rest, most) })}
      </Button>
    ),
  };
}

function Folder({ group, state, run }: SentGroupsProps & { readonly group: SentGroup }) {
  const t = useTranslations("delivery");
  const bytes = useBytes();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const files = group.places.flatMap((at) => state.files[at] ?? []);
  const totals = totalsOf({ files });
  const { name } = group;
  return (
    <li className="upload-file">
      <IconFolder size="1.5rem" stroke={1.6} aria-hidden />
      <div className="upload-file-words">
        <b dir="auto">{name}</b>
        <small className="num">
          {t("filesThere", { there: totals.there, files: totals.files })} · {bytes(totals.bytes)}
        </small>
        <progress
          className="upload-progress"
          aria-label={t("folderProgress", { name })}
          max={Math.max(1, totals.bytes)}
          value={totals.sent}
        />
        <Button
          look="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t("showFiles", { name })}
        </Button>
        <div id={id}>{isOpen && <FilesOf group={group} state={state} run={run} />}</div>
      </div>
    </li>
  );
}

function FilesOf({ group, state, run }: SentGroupsProps & { readonly group: SentGroup }) {
  const { shown, more } = useSome(group.places);
  return (
    <>
      <ul className="upload-files">
        <Rows places={shown} state={state} run={run} />
      </ul>
      {more}
    </>
  );
}

function Rows({ places, state, run }: SentGroupsProps & { readonly places: readonly number[] }) {
  return places.map((at) => {
    const file = state.files[at];
    return file && <FileRow key={file.id} file={file} at={at} run={run} />;
  });
}

interface FileRowProps {
  readonly file: SentFile;
  readonly at: number;
  readonly run: DeliveryRun;
}

function FileRow({ file, at, run }: FileRowProps) {
  const t = useTranslations("delivery");
  const bytes = useBytes();
  const percent = Math.floor((100 * file.sent) / Math.max(1, file.bytes));
  return (
    <li className="upload-file" data-state={file.state}>
      <IconFile size="1.5rem" stroke={1.6} aria-hidden />
      <div className="upload-file-words">
        <b dir="auto" title={file.path ?? undefined}>
          {nameIn(file.path ?? "")}
        </b>
        <small className="num">
          {bytes(file.bytes)} · {t(`fileState.${file.state}`, { percent })}
        </small>
      </div>
      {!isOver(run.state) && <FileTools file={file} at={at} run={run} />}
    </li>
  );
}

const isOver = (state: DeliveryState): boolean => hasEnded(state) || state.phase.is === "cancelling";

/** Of a file that is not there yet. */
function FileTools({ file: { state, path }, at, run }: FileRowProps) {
  const t = useTranslations("delivery");
  const name = nameIn(path ?? "");
  const icon = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;
  if (state !== "sending" && state !== "waiting" && state !== "paused") return null;
  return (
    <>
      {state === "paused" ? (
        <ToolbarButton
          icon={<IconPlayerPlay {...icon} />}
          label={t("resumeFile", { name })}
          onClick={() => run.resumeFile(at)}
        />
      ) : (
        <ToolbarButton
          icon={<IconPlayerPause {...icon} />}
          label={t("pauseFile", { name })}
          onClick={() => run.pauseFile(at)}
        />
      )}
      <ToolbarButton
        icon={<IconX {...icon} />}
        label={t("cancelFile", { name })}
        onClick={({ currentTarget }) => {
          focusBeside(currentTarget);
          run.takeOut(at);
        }}
      />
    </>
  );
}

/** The row goes with its button: the focus goes to the same button of the next file, or of the one before. */
function focusBeside(button: HTMLElement): void {
  const rows = [...(button.closest("ul")?.children ?? [])];
  const at = rows.findIndex((row) => row.contains(button));
  const beside = [...rows.slice(at + 1), ...rows.slice(0, at).toReversed()];
  const found = beside.map((row) => [...row.querySelectorAll<HTMLElement>(":scope > button")].at(-1));
  found.find((other) => other !== undefined)?.focus();
}
