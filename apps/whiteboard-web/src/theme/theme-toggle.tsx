import { useEffect, useState } from "preact/hooks";
import { chooseTheme, currentTheme } from "./theme.js";

/** Switches between light and dark; until it is used the page follows the system. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(currentTheme);

  useEffect(() => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setTheme(currentTheme());
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);

  function toggle() {
    const next = theme === "dark" ? "light" : "dark";
    chooseTheme(next);
    setTheme(next);
  }

  return (
    <button type="button" class="icon-button" aria-pressed={theme === "dark"} onClick={toggle}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {theme === "dark" ? (
          <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />
        ) : (
          <g>
            <circle cx="12" cy="12" r="4.2" />
            <path d="M12 2.5v2.4M12 19.1v2.4M2.5 12h2.4M19.1 12h2.4M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7" />
          </g>
        )}
      </svg>
      <span class="visually-hidden">Dark mode</span>
    </button>
  );
}
