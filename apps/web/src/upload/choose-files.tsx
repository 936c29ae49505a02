import { IconCamera, IconFile, IconFolder } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, type ButtonLook } from "../design/button.tsx";
import { useIsWidth } from "../design/width.ts";
import type { CaseDeliveries } from "./case-deliveries.ts";
import { chosenIn } from "./chosen-file.ts";

export interface ChooseFilesProps {
  readonly deliveries: CaseDeliveries;
  /** With a camera first: the patient's side. */
  readonly isForPatient: boolean;
  /** The next step is elsewhere on the screen. */
  readonly isQuiet: boolean;
}

/** The ways in: camera, files, a whole folder. */
export function ChooseFiles({ deliveries, isForPatient, isQuiet }: ChooseFilesProps) {
  const t = useTranslations("delivery");
  const hasCamera = useIsWidth("narrow") || isForPatient;
  const next: ButtonLook = isQuiet ? "plain" : "filled";
  const icon = { size: hasCamera ? "1.5rem" : "1.125rem", stroke: 1.75, "aria-hidden": true } as const;
  const add = (files: readonly File[]) => void deliveries.add(chosenIn(files));
  const addFolder = (files: readonly File[]) =>
    files.length > 0 ? add(files) : void deliveries.add([], { emptyFolders: [""], unreadable: [] });
  return (
    <div className="upload-ways" data-large={isForPatient || undefined}>
      {hasCamera && (
        <FileButton
          look={next}
          icon={<IconCamera {...icon} />}
          camera
          onChosen={(files) => void deliveries.photos.add(files)}
        >
          {t("photograph")}
        </FileButton>
      )}
      <FileButton look={hasCamera ? "plain" : next} icon={<IconFile {...icon} />} onChosen={add}>
        {t(isForPatient ? "files" : "chooseFiles")}
      </FileButton>
      <FileButton icon={<IconFolder {...icon} />} folder onChosen={addFolder}>
        {t(isForPatient ? "folder" : "chooseFolder")}
      </FileButton>
    </div>
  );
}

export interface FileButtonProps {
  readonly look?: ButtonLook;
  readonly size?: "normal" | "small" | "wide";
  readonly icon?: ReactNode;
  readonly camera?: boolean;
  readonly folder?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A button that opens the device's own chooser: a click, a key and a screen reader find it as any other. */
export function FileButton({ camera = false, folder = false, onChosen, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          if (element) element.webkitdirectory = folder;
        }}
        type="file"
        hidden
        multiple={!camera}
        {...(camera && { accept: "image/*", capture: "environment" as const })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same choice a second time is a change again.
          currentTarget.value = "";
          onChosen(files);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
