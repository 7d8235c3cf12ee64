/** Shopify's App Bridge, as far as we use it; absent outside the admin and until its script has come. */
type Bridge = {
  toast?: { show(message: string, options?: { isError?: boolean }): void };
  loading?: (isLoading: boolean) => void;
  saveBar?: { show(id: string): Promise<void>; hide(id: string): Promise<void> };
};

function bridge(): Bridge | undefined {
  return (globalThis as { shopify?: Bridge }).shopify;
}

export function showToast(message: string, isError = false): void {
  bridge()?.toast?.show(message, { isError });
}

/** The admin's own line of progress. */
export function showLoading(isLoading: boolean): void {
  bridge()?.loading?.(isLoading);
}

export function toggleSaveBar(id: string, open: boolean): void {
  // The page's own Save button does the same, so a save bar that cannot be shown loses nothing.
  void bridge()
    ?.saveBar?.[open ? "show" : "hide"](id)
    ?.catch(() => undefined);
}
