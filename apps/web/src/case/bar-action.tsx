import { IconDots } from "@tabler/icons-react";
import { Button } from "../design/button.tsx";
import { Menu, MenuItem } from "../design/menu.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useIsWidth } from "../design/width.ts";

export interface BarActionProps {
  /** What it does. */
  readonly name: string;
  /** Of the button behind which it stands on a telephone. */
  readonly menuName: string;
  readonly onClick: () => void;
}

const dots = <IconDots size="1.125rem" stroke={1.75} aria-hidden />;

/** The next step in the bar of a case; on a telephone, where the bar has no room for its words, behind one button. */
export function BarAction({ name, menuName, onClick }: BarActionProps) {
  const isNarrow = useIsWidth("narrow");
  if (!isNarrow)
    return (
      <Button look="filled" onClick={onClick}>
        {name}
      </Button>
    );
  return (
    <Menu target={<ToolbarButton icon={dots} label={menuName} />}>
      <MenuItem onClick={onClick}>{name}</MenuItem>
    </Menu>
  );
}
