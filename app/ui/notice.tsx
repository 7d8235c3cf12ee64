import { Banner } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Something to know, said in words where it matters. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: "info" | "success" | "warning" | "critical";
  title?: string;
  children?: ReactNode;
}) {
  return (
    <Banner tone={tone} title={title}>
      {children}
    </Banner>
  );
}
