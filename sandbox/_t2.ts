import { buildApp } from "./faults/build-app.ts";
import { Life } from "./faults/life.ts";
import { journeys } from "./faults/journeys/index.ts";
import { perform } from "./faults/perform.ts";
const p=await buildApp(process.env.ROOT??"/work/main"); 
const l=await Life.start(p, !!process.env.V);
const only=process.argv.slice(2);
for (const j of journeys.filter(j=>!only.length||only.includes(j.name))) { const r=await perform(l,j,"t"+Math.random().toString(36).slice(2,7),[]); console.log(j.name,Math.round(r.milliseconds),Object.keys(r.passed).length, r.findings); if(r.findings.length||only.length) console.log(r.play.transcript.join("\n"), only.length?r.passed:"", l.world.app.output.filter(x=>/level":(40|50|60)/.test(x)).slice(-5).join("\n")); }
await l.stop(); process.exit(0);
