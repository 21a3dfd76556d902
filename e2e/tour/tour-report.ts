import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type AxeResult = { readonly id: string; readonly help: string; readonly nodes: number };

/** Collects what the tour saw, and writes `report.md` beside the pictures. */
export class TourReport {
  hasFailed = false;
  private readonly lines: string[] = [];
  private pictures = 0;

  constructor(private readonly folder: string) {}

  /** A remark of the tour. */
  note(text: string): void {
    console.log(`  ${text}`);
    this.lines.push(`- ${text}`);
  }

  /** Runs a step and notes how long it took. */
  async measure<T>(what: string, run: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await run();
    this.note(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} giây`);
    return result;
  }

  /** Takes a picture of the window and looks for barriers with axe. */
  async picture(page: Page, name: string, title: string): Promise<void> {
    this.pictures += 1;
    const file = `${String(this.pictures).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(this.folder, file) });
    const violations = await findBarriers(page);
    console.log(
      `  ${file}: ${title}${violations.length > 0 ? ` (axe: ${violations.map(({ id, nodes }) => `${id}×${nodes}`).join(', ')})` : ''}`,
    );
    this.lines.push('', `## ${title}`, '', `![${title}](${file})`, '');
    for (const { id, help, nodes } of violations) this.lines.push(`- axe: ${id}, ${nodes} chỗ: ${help}`);
    if (violations.length > 0) this.hasFailed = true;
  }

  /** The tour could not go on. */
  fail(cause: unknown): void {
    this.hasFailed = true;
    console.error(cause);
    this.lines.push('', `**Dừng giữa chừng:** ${cause instanceof Error ? cause.message : String(cause)}`);
  }

  async write(): Promise<void> {
    const path = join(this.folder, 'report.md');
    await writeFile(
      path,
      [
        '# Một ngày ở văn phòng xã mẫu',
        '',
        'Mọi tên, số và văn bản là bịa, trừ các tệp PDF thật dùng để thử nếu có.',
        '',
        ...this.lines,
        '',
      ].join('\n'),
    );
    console.log(this.hasFailed ? `tour: FAILED, see ${path}` : `tour: ok ${this.pictures} pictures, see ${path}`);
  }
}

async function findBarriers(page: Page): Promise<readonly AxeResult[]> {
  // Evaluated by the debugger: the page's policy refuses a script that is added to it.
  await page.evaluate(await readFile(axePath, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; help: string; nodes: unknown[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.length }));
  });
}
