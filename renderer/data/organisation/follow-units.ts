import { ok } from '#shared/base/result.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { workTypes } from '#shared/domain/unit/carry-work.ts';
import type { Office } from '../office.ts';
import type { RecordRef } from '../replica/record-state.ts';
import { commit } from '../write/commit.ts';
import { planCarry, readScopeOf, readWholeScope, type Carried } from './carry-ops.ts';
import { noteLateWork } from './late-work.ts';
import { readTree } from './read-succession.ts';

const FOLLOWED = 'units-followed-on';
/** Records looked at in one write: nobody who saves meanwhile waits long. */
const AT_ONCE = 500;

/** Kinds of records that may come too late into an organisation that has ended. */
const watched: readonly string[] = ['member', 'memberEvent', 'unit', 'studyItem', ...workTypes];

/**
 * Brings everything level with the changes of the tree, once a day: what was to change from today on changes, the same on every PC. Returns whether anything was
 * written; undefined when the person at the PC may not.
 */
export async function followUnitsDaily(office: Office): Promise<boolean | undefined> {
  const today = office.today();
  if ((await office.db.localMeta.get(FOLLOWED))?.value === today) return false;
  if (!(await mayFollow(office))) return undefined;
  // What was decided ahead and begins today is no late work.
  const done = (await carry(office)) !== undefined;
  await office.db.localMeta.put({ key: FOLLOWED, value: today });
  return done;
}

/**
 * After records came from other PCs: members and work that were written into an organisation which had ended meanwhile go on to its heir. A change of the tree
 * has everything looked at, what this PC wrote before it knew of it too. Returns whether anything was written.
 */
export async function followUnits(office: Office, arrived: readonly RecordRef[]): Promise<boolean> {
  const isChange = arrived.some(({ type }) => type === 'unitEvent');
  const late = arrived.filter(({ type }) => watched.includes(type));
  if ((!isChange && late.length === 0) || !(await mayFollow(office))) return false;
  const groups = isChange
    ? [undefined]
    : Array.from({ length: Math.ceil(late.length / AT_ONCE) }, (_, n) => late.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
  let hasCarried = false;
  for (const group of groups) {
    const carried = await carry(office, group);
    if (carried !== undefined) await noteLateWork(office, carried);
    hasCarried ||= carried !== undefined;
  }
  return hasCarried;
}

/** Writes what is lacking, by everything or by these records; what went along, undefined when nothing was written. */
async function carry(office: Office, refs?: readonly RecordRef[]): Promise<Carried | undefined> {
  let carried: Carried | undefined;
  const saved = await commit(office, async () => {
    const tree = await readTree(office);
    if (tree.changes.length === 0) return ok([]);
    const scope = refs === undefined ? await readWholeScope(office, tree) : await readScopeOf(office, refs);
    const plan = await planCarry(office, tree, scope);
    carried = plan.carried;
    return ok(plan.drafts);
  });
  return saved.ok && saved.value.ops.length > 0 ? carried : undefined;
}

/** Who may reorganise carries the rest on too: every part of it is theirs to write. */
async function mayFollow({ db, actor }: Office): Promise<boolean> {
  const person = actor === '' ? undefined : await db.staff.get(actor);
  return person !== undefined && person.active && !person.removed && mayAct(person.role, 'unit.reorganise');
}
