import { enter } from './bootstrap/enter.mjs';

await enter('test', { window: true });
