export type Theme = "light" | "dark";

const STORAGE_KEY = "whiteboard-theme";

/** The reader's choice, or what the system prefers when there is none. */
export function currentTheme(): Theme {
  return chosenTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** Makes a stored choice visible; without one the style sheet follows the system. */
export function applyChosenTheme(): void {
  const theme = chosenTheme();
  if (theme) document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage may be denied; the choice then lasts as long as the page.
  }
}

function chosenTheme(): Theme | null {
  const { theme } = document.documentElement.dataset;
  const stored = theme ?? readStored();
  return stored === "light" || stored === "dark" ? stored : null;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
