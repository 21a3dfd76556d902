import { enter } from './bootstrap/enter.mjs';

await enter('bench', { window: true });
