import { render } from "preact";
import { createApi } from "./api.js";
import { App } from "./app.js";
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/composer.css";
import "./styles/board.css";
import { applyChosenTheme } from "./theme/theme.js";

applyChosenTheme();
const root = document.getElementById("app");
if (root) render(<App api={createApi()} />, root);
