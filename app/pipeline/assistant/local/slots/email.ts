const address = /[a-z0-9][a-z0-9._%+'-]*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}/i;

/** The first email address in the text, lower case. */
export function parseEmail(text: string): string | undefined {
  return address.exec(text)?.[0].toLowerCase();
}

/** The text without its addresses and links, which would only confuse what reads words. */
export function withoutAddresses(text: string): string {
  return text.replace(new RegExp(address, "gi"), " ").replace(/https?:\/\/\S+/gi, " ");
}
