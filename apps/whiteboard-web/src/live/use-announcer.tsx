import type { ComponentChild } from "preact";
import { useCallback, useState } from "preact/hooks";

/** Text for a live region. Saying the same thing twice makes a new element, so that it is spoken twice. */
export function useAnnouncer() {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => {
    setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  }, []);
  const announcement: ComponentChild = <span key={said.turn}>{said.text}</span>;
  return { announcement, announce };
}
