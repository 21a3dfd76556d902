import { enter } from './bootstrap/enter.mjs';

await enter('dist', { window: false });
