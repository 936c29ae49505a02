import "./tokens.css";
import "./fonts.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "./ground.css";
