import { useMantineColorScheme } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar, type Side } from "../design/avatar.tsx";
import { Banner } from "../design/banner.tsx";
import { Menu, MenuGroup, MenuItem } from "../design/menu.tsx";
import type { PersonColour } from "../design/person-colour.ts";
import { useDeparture } from "./departure.ts";
import { signOut, useMe } from "./session.ts";

export interface AccountMenuProps {
  readonly colour: PersonColour;
  readonly side: Side;
  /** What can be done with the case that is open. */
  readonly items?: ReactNode;
}

export function AccountMenu({ colour, side, items }: AccountMenuProps) {
  const t = useTranslations("app");
  const me = useMe();
  const isRefused = useDeparture() === "refused";
  const navigate = useNavigate();
  return (
    <>
      {isRefused && (
        <div className="account-refusal">
          <Banner tone="stop" title={t("stillSignedIn")}>
            {t("stillSignedInNext")}
          </Banner>
        </div>
      )}
      <Menu
        target={
          <button
            type="button"
            className="account-button"
            aria-label={t("account", { initials: me.initials, name: me.name })}
          >
            <Avatar person={{ ...me, colour, side }} size={28} isDecoration />
          </button>
        }
      >
        {items}
        <AppearanceItems />
        <MenuItem onClick={() => void navigate({ to: "/settings" })}>{t("settings")}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: "/settings/sign-in" })}>{t("signInSettings")}</MenuItem>
        <MenuItem onClick={() => void signOut()}>{t("signOut")}</MenuItem>
      </Menu>
    </>
  );
}

function AppearanceItems() {
  const t = useTranslations("app");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    ["auto", t("appearanceAuto")],
    ["light", t("appearanceLight")],
    ["dark", t("appearanceDark")],
  ] as const;
  return (
    <MenuGroup label={t("appearance")}>
      {schemes.map(([scheme, name]) => (
        <MenuItem
          key={scheme}
          onClick={() => setColorScheme(scheme)}
          end={scheme === colorScheme && <IconCheck size="1rem" aria-hidden />}
        >
          {name}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
