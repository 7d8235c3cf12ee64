import { interruptedReturn } from "./interrupted-return.ts";
import type { Story } from "./stage.ts";

export const stories: Story[] = [interruptedReturn];
