import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/text-field.tsx";

export interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

const isAllowed = (address: string): boolean => /^(https:\/\/|mailto:)\S+$/i.test(address);

/** Sets, changes or removes the link under the cursor. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const t = useTranslations("opinion");
  const [address, setAddress] = useState(() => String(editor.getAttributes("link")["href"] ?? ""));
  const [isWrong, setWrong] = useState(false);
  const set = (event: FormEvent) => {
    event.preventDefault();
    const href = address.trim();
    if (!isAllowed(href)) return setWrong(true);
    setLink(editor, href);
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("linkTitle")}>
      <form onSubmit={set}>
        <TextField
          label={t("linkAddress")}
          value={address}
          error={isWrong ? t("linkWrong") : undefined}
          data-autofocus
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <div className="dialog-actions">
          {editor.isActive("link") && <Button onClick={remove}>{t("linkRemove")}</Button>}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="filled">
            {t("linkSet")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** On what is chosen or on the link under the cursor; else the address itself becomes the words. */
function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (!editor.state.selection.empty || editor.isActive("link")) {
    chain.extendMarkRange("link").setMark("link", { href }).run();
    return;
  }
  chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
}
