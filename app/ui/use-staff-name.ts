import { useEffect, useState } from "react";

const key = "onethread-staff-name";

/**
 * The name a member of staff signs with, kept in their own browser. Shopify's session says which shop it is,
 * not who sits in front of it.
 */
export function useStaffName(fallback: string): [string, (name: string) => void] {
  const [name, setName] = useState(fallback);
  useEffect(() => {
    setName(ownStaffName() ?? fallback);
  }, [fallback]);
  return [
    name,
    (next) => {
      setName(next);
      write(next);
    },
  ];
}

// Storage may be forbidden inside a frame: then the name lasts as long as the page.
/** The name kept in this browser; null where there is none. */
export function ownStaffName(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(name: string): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    return;
  }
}
