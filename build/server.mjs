import { enter } from './bootstrap/enter.mjs';

await enter('server', { window: false });
