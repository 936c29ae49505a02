import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextField, type TextFieldProps } from "./text-field.tsx";
import { ToolbarButton } from "./toolbar-button.tsx";

export type PasswordFieldProps = Omit<TextFieldProps, "type" | "end">;

export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations("app");
  const [isShown, show] = useState(false);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <TextField
      {...props}
      type={isShown ? "text" : "password"}
      end={
        <ToolbarButton
          icon={<Icon size="1.25rem" stroke={1.75} aria-hidden />}
          label={isShown ? t("hidePassword") : t("showPassword")}
          onClick={() => show(!isShown)}
        />
      }
    />
  );
}
