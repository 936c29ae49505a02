import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/ScrollArea.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "./dialog.css";
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A sentence: what is asked or what stops it. */
  readonly title: string;
  readonly children: ReactNode;
  /** The filled one last. */
  readonly actions?: ReactNode;
  /** Rem. */
  readonly width?: number;
  /** What is in it grows when something is chosen: its head stays where it is, and nothing moves under the pointer. */
  readonly isGrowing?: boolean;
}

/** Keeps the focus inside, closes on Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, actions, width = 30, isGrowing = false } = props;
  const t = useTranslations("app");
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={`${width}rem`}
      centered={!isGrowing}
      transitionProps={{ transition: "fade", duration: 200 }}
      // Mantine's is a `header`, which in a portal would be a second banner of the page.
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": t("close") }}
      classNames={{
        root: "dialog-root",
        content: "dialog",
        header: "dialog-head",
        title: "dialog-title",
        close: "dialog-close",
        body: "dialog-body",
      }}
    >
      {children}
      {actions && <div className="dialog-actions">{actions}</div>}
    </Modal>
  );
}
