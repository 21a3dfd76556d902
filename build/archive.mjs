import { enter } from './bootstrap/enter.mjs';

await enter('archive', { window: false });
