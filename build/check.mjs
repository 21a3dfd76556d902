import { enter } from './bootstrap/enter.mjs';

await enter('check', { window: false });
