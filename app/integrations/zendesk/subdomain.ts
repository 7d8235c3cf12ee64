/** What a Zendesk account is called; only such a name is put before .zendesk.com. */
export const zendeskSubdomain = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
