/** Where Slack's incoming webhooks are; nothing else is posted to. */
export const slackAddress = /^https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9]{1,40}\/[A-Za-z0-9]{1,40}\/[A-Za-z0-9]{1,60}$/;
