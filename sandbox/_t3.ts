import { buildApp } from "./faults/build-app.ts";
import { Life } from "./faults/life.ts";
import { journeys } from "./faults/journeys/index.ts";
import { perform } from "./faults/perform.ts";
const p=await buildApp("/work/main"); const l=await Life.start(p);
const o=l.look.bind(l); let last=""; l.look=async()=>{const r=await o(); const s=r+JSON.stringify(await l.waiting()).replace(/"id":\d+/,"")+" c"+l.world.meta.courier.underWay+" s"+l.world.shopify.webhooks.underWay+" uid"+l.world.mail.newestUid; if(s!==last) console.log(Math.round(performance.now()),s); last=s; return r;};
for (const n of ["widget-hello","old-token","old-token"]) { console.log(n); const r=await perform(l,journeys.find(j=>j.name===n)!,"t"+Math.random().toString(36).slice(2,7),[]); console.log(r.milliseconds,r.findings)}
process.exit(0)
