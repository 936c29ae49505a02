import { IconBold, IconList } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { Menu, MenuGroup, MenuItem } from "../menu.tsx";
import { PasswordField } from "../password-field.tsx";
import { Segmented } from "../segmented.tsx";
import { TextField } from "../text-field.tsx";
import { ToolbarButton } from "../toolbar-button.tsx";
import { Sample } from "./sample.tsx";
import { actions, captions, fields, sections } from "./samples.ts";

export function Actions() {
  const [isBold, setBold] = useState(true);
  return (
    <Sample title={sections.actions} caption={captions.actions}>
      <Button look="filled">{actions.filled}</Button>
      <Button>{actions.plain}</Button>
      <Button look="quiet">{actions.quiet}</Button>
      <Button look="quiet" isDanger>
        {actions.danger}
      </Button>
      <Button look="filled" offReason={actions.offReason}>
        {actions.off}
      </Button>
      <Button size="small">{actions.small}</Button>
      <ToolbarButton
        icon={<IconBold size="1.125rem" stroke={1.75} aria-hidden />}
        label={actions.bold}
        keys="Control+B"
        isOn={isBold}
        onClick={() => setBold(!isBold)}
      />
      <ToolbarButton icon={<IconList size="1.125rem" stroke={1.75} aria-hidden />} label={actions.list} />
      <Floating />
      <div className="design-column">
        <Button look="filled" size="wide">
          {actions.wide}
        </Button>
      </div>
    </Sample>
  );
}

function Floating() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Menu target={<Button>{actions.menu}</Button>}>
        <MenuGroup label={actions.menuGroup}>
          <MenuItem onClick={close}>{actions.menuItem}</MenuItem>
        </MenuGroup>
        <MenuItem onClick={close} isDanger>
          {actions.danger}
        </MenuItem>
      </Menu>
      <Button onClick={() => setOpen(true)}>{actions.openDialog}</Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={actions.dialogTitle}
        actions={
          <>
            <Button onClick={close}>{actions.dialogNo}</Button>
            <Button look="filled" onClick={close}>
              {actions.dialogYes}
            </Button>
          </>
        }
      >
        <p>{actions.dialogText}</p>
      </Dialog>
    </>
  );
}

export function Fields() {
  const [pane, show] = useState<"evidence" | "opinion">("opinion");
  return (
    <Sample title={sections.fields}>
      <div className="design-column">
        <TextField label={fields.email} defaultValue={fields.emailValue} type="email" />
        <TextField label={fields.question} hint={fields.hint} isLarge />
      </div>
      <div className="design-column">
        <TextField label={fields.owner} error={fields.ownerError} />
        <PasswordField label={fields.password} isLarge autoComplete="off" />
        <Segmented
          label={fields.pane}
          value={pane}
          onChange={show}
          options={[
            { value: "evidence", label: fields.evidencePane },
            { value: "opinion", label: fields.opinionPane },
          ]}
        />
      </div>
    </Sample>
  );
}
