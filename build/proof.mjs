import { enter } from './bootstrap/enter.mjs';

await enter('proof', { window: true });
