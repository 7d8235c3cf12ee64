import { buildApp } from "./faults/build-app.ts";
import { Life } from "./faults/life.ts";
const t=()=>performance.now();
let a=t(); const p=await buildApp("/work/main"); console.log("build",t()-a);
a=t(); const l=await Life.start(p); console.log("world",t()-a);
for(let i=0;i<6;i++){ a=t(); await l.doom([{at:"moment",milliseconds:0}]); await new Promise(r=>setTimeout(r,5)); let s; let n=0; do { s=await l.look(); n++; if(s!=="quiet") await new Promise(r=>setTimeout(r,5)) } while(s!=="quiet"); console.log("kill",t()-a,n,l.kills,await l.waiting()); }
await l.stop();
